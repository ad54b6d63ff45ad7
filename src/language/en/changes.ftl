# Changes between editions: the page and the command reglament diff.

changes-title = What changed
changes-was-edition = Before
changes-is-edition = Now
changes-affects = Matters
changes-list = List of changes
changes-text = The text with its changes
changes-text-hint = Removed words are struck through, added ones are underlined.
changes-table = Comparison table
changes-place = Place
changes-none = No word and no number changed.
changes-pdf = Table for print (PDF)
changes-print = Print the table
changes-absent = none
changes-added = Added
changes-changed = Changed
changes-removed = Removed
changes-moved = Moved
changes-renumbered = Renumbered
changes-punctuation = Punctuation changed
changes-spoken-removed = removed:
changes-spoken-added = added:
changes-spoken-end = then:
changes-contents = has changes
changes-was = was: { $place }
changes-unchanged = Unchanged: { $places }
changes-more =
    { $count ->
        [one] and { $count } more change
       *[other] and { $count } more changes
    }

## A place in the text; $number may be a range (“1–3”)

cite-within = { $what } of { $place }
cite-section = sec. { $number }
cite-section-titled = sec. “{ $number }”
cite-appendix = app. { $number }
cite-appendix-titled = app. “{ $number }”
cite-appendix-only = appendix
cite-clause =
    { $count ->
        [one] cl. { $number }
       *[other] cls. { $number }
    }
cite-item =
    { $count ->
        [one] item { $number }
       *[other] items { $number }
    }
cite-letter = { $number }
cite-bullet =
    { $count ->
        [one] bullet { $number }
       *[other] bullets { $number }
    }
cite-paragraph = para. { $number }
cite-note = note { $number }
cite-table = table { $number }
cite-footnote =
    { $count ->
        [one] footnote { $number }
       *[other] footnotes { $number }
    }
