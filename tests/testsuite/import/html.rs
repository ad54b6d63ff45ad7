//! Web pages.

use std::time::{Duration, Instant};

use reglament::import::document::{Align, Area, Block, Omitted, Paragraph, Script};

use super::text::{assert_words, extract, paragraphs, refused};

/// A page as Word saves it.
const WORD: &str = r##"<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1251"><title>Имя</title>
<style><!-- p.MsoNormal {margin:0} --></style></head><body lang=RU><div class=WordSection1>
<p class=MsoNormal align=right style='text-align:right'>УТВЕРЖДЕНО<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Общие
<b>положе&shy;ния</b></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>пункт<a style='mso-footnote-id:ftn1'
href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>,<br>далее</p>
<!--[if gte mso 9]><xml>для Word</xml><![endif]--><p style="display:none">скрыто</p>
</div><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a>
Тело сноски</p><p>и второй абзац</p></div></div><script>if (a<b) alert("нет")</script></body></html>"##;

#[test]
fn a_page_of_word() {
    let read = extract("act.htm", &encoding_rs::WINDOWS_1251.encode(WORD).0);
    let own = paragraphs(&read);
    assert_eq!((own[0].align, own[0].text().as_str()), (Align::Right, "УТВЕРЖДЕНО"));
    assert_eq!((own[1].text().as_str(), own[1].indent), ("1. Общие положения", -18));
    assert_eq!((own[2].label.as_deref(), own[2].depth), (Some("•"), 2));
    assert_eq!(own[2].text(), "пункт,\nдалее");
    assert_eq!(own[2].spans.iter().filter_map(|span| span.note).collect::<Vec<_>>(), [0]);
    let body: Vec<String> = read.notes[0].body.iter().map(Paragraph::text).collect();
    assert_eq!(
        (read.notes[0].mark.as_str(), body),
        ("1", vec!["Тело сноски".to_owned(), "и второй абзац".to_owned()])
    );
    assert_eq!((read.omitted[0].kind, read.omitted[0].text.as_str()), (Omitted::Hidden, "скрыто"));
    assert_words("act.htm", &read);
    // The page says windows-1251, whatever it is in.
    for bytes in [WORD.as_bytes(), &encoding_rs::KOI8_R.encode(WORD).0] {
        let again = extract("act.htm", bytes);
        assert_eq!((again.blocks, again.notes), (read.blocks.clone(), read.notes.clone()));
    }
}

#[test]
fn lists_as_a_browser_shows_them() {
    let page = r#"<!doctype html><style>.lst-kix_a-1 > li:before{content:"" counter(lst-ctn-kix_a-0,decimal) "."
        counter(lst-ctn-kix_a-1,lower-latin) ") "} .lst-kix_a-0 > li:before{content:"" counter(lst-ctn-kix_a-0,decimal) ". "}
        .c3{font-weight:700}</style>
        <ol start=3 type=a><li>третий<li value=7>седьмой<ul><li>внутри</ul></ol>
        <ol reversed start=2><li>второй<li>первый</ol><ol style="list-style-type:upper-roman" start=4><li>римский</ol>
        <ol class="lst-kix_a-0 start" start="1"><li class=c3>А</ol><ol class="lst-kix_a-1 start"><li>Б<li>В</ol>
        <ul style="list-style:none"><li>без знака</ul>"#;
    let read = extract("act.html", page.as_bytes());
    let labels: Vec<(Option<&str>, u8)> =
        paragraphs(&read).iter().map(|p| (p.label.as_deref(), p.depth)).collect();
    let expected = [
        (Some("c."), 1),
        (Some("g."), 1),
        (Some("◦"), 2),
        (Some("2."), 1),
        (Some("1."), 1),
        (Some("IV."), 1),
        (Some("1."), 1),
        (Some("1.a)"), 1),
        (Some("1.b)"), 1),
        (None, 1),
    ];
    assert_eq!(labels, expected);
    assert!(paragraphs(&read)[6].spans[0].bold);
    assert_words("act.html", &read);
}

#[test]
fn tables_and_what_is_around_the_text() {
    let page = "<html><body><nav>Меню</nav><header><h1>Регламент</h1></header><table><caption>Часы</caption>
        <thead><tr><th>День<th>Время</thead><tr><td rowspan=2>пн<td colspan=2>14<sup>30</sup><tr><td>
        <table><tr><td>x</table></table><p>один<br><br>два<p>&laquo;три&raquo;&nbsp;&#8470;&nbsp;5
        <pre>  раз\n  два</pre><a href=\"#p\">1</a><p id=p>не сноска<footer>подвал</footer>";
    let read = extract("act.html", page.as_bytes());
    let texts: Vec<String> = paragraphs(&read).into_iter().map(Paragraph::text).collect();
    let expected = [
        "Меню",
        "Регламент",
        "Часы",
        "один",
        "два",
        "«три»\u{a0}№\u{a0}5",
        "раз",
        "два",
        "1",
        "не сноска",
        "подвал",
    ];
    assert_eq!(texts, expected);
    let areas: Vec<Area> = paragraphs(&read).iter().map(|paragraph| paragraph.area).collect();
    assert_eq!((areas[0], areas[1], areas[10]), (Area::Header, Area::Body, Area::Footer));
    let Some(Block::Table(table)) =
        read.blocks.iter().find(|block| matches!(block, Block::Table(_)))
    else {
        panic!("no table");
    };
    let spans: Vec<Vec<(usize, usize)>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| (cell.columns, cell.rows)).collect())
        .collect();
    assert_eq!(
        (table.heads, spans),
        (1, vec![vec![(1, 1), (1, 1)], vec![(1, 2), (2, 1)], vec![(1, 1)]])
    );
    let Some(Block::Paragraph(cell)) = table.rows[1][1].blocks.first() else { panic!("no words") };
    assert_eq!(cell.spans[1].script, Script::Super);
    assert_words("act.html", &read);
}

#[test]
fn footnotes_of_google_and_libreoffice() {
    let google = r##"<p>слово<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> дальше</p><hr>
        <div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Тело</span></p></div>"##;
    let libre = r##"<p>слово<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> дальше</p>
        <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Тело</p></div>"##;
    for page in [google, libre] {
        let read = extract("act.html", page.as_bytes());
        assert_eq!(paragraphs(&read)[0].text(), "слово дальше", "{page}");
        assert_eq!(read.notes[0].body[0].text(), "Тело", "{page}");
        assert_words("act.html", &read);
    }
}

#[test]
fn hostile_pages_are_refused_at_once() {
    let begin = Instant::now();
    let nested = format!("<html>{}x", "<div>".repeat(100_000));
    assert_eq!(refused("act.html", nested.as_bytes()), "import-too-deep");
    let large = format!("<html>{}", " ".repeat(200 << 20));
    assert_eq!(refused("act.html", large.as_bytes()), "import-too-large");
    let note = |n: usize| {
        format!("<a href=#b{n} id=a{n}>1</a><p hidden id=b{n} class='a b c'><a href=#a{n}>1</a>")
    };
    let notes = (0..20_000).map(note).collect::<String>();
    extract("act.html", format!("<html>{notes}").as_bytes());
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}
