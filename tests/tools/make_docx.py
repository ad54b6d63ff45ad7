#!/usr/bin/env python3
"""Write documents of Word and LibreOffice whose text, numbers and structure are known.

    python tests/tools/make_docx.py FOLDER

Needs python-docx (tests/tools/install). Beside each document stand

    NAME.extract   what a reader finds: paragraphs with heading level (h), depth of list (d),
                   alignment, computed number and text; tables row by row; notes
    NAME.outline   what it means: front matter (title, date, order, by, comments), then a line a node:
                   KIND DEPTH NUMBER | TEXT; a number that is not there is «-»
    NAME.refused   instead of both: the finding by which it is refused

In texts, «⏎» is a line break, «→» a tab, «[1]» the mark of a note, «{text|address}» a link.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from documents import docx_front, docx_layout, docx_numbering, docx_odd, odt  # noqa: E402

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for module in (docx_numbering, docx_layout, docx_front, docx_odd, odt):
        for make in module.CASES:
            make(folder)
