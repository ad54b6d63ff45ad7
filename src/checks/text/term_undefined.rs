//! `term-undefined`: an abbreviation in capitals that the act nowhere explains.
//!
//! Silent: abbreviations that everybody at school knows, parts of the names of the school, its
//! founder and its system, names in quotation marks, designations (`АП-147/07`), Roman numbers,
//! words in capitals for emphasis; what a definition, a bracket or a list of notions explains
//! («ЭЖ – электронный журнал», «электронный журнал (ЭЖ)»).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Act;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::annotation::{fold, is_abbreviation, words};

/// Abbreviations that need no explanation, and words that are set in capitals for emphasis.
const KNOWN: &str = "\
    РФ ФЗ СССР США МВД МЧС ФСБ ФНС ГИБДД ПДД СНИЛС ИНН КПП ОГРН ОГРНИП БИК ОКПО ОКВЭД ОКАТО \
    ОКТМО ОМС ДМС СФР ПФР ФСС ООО ОАО ПАО ЗАО АО ИП НКО АНО ГУП МУП ГКУ ГБУ МКУ МБУ МАУ ГОСТ \
    СП ТУ ЕГЭ ОГЭ ГВЭ ГИА ВПР ФГОС ФОП ОВЗ ОБЖ ИЗО МХК НВП ПМПК МБОУ МАОУ МОАУ МОБУ МКОУ МОУ \
    ГБОУ ГАОУ ГКОУ ГОУ ГОБУ ГБПОУ ГАПОУ ФГБОУ ФГКОУ ФГАОУ ЧОУ НОУ АНОО МБДОУ МАДОУ МКДОУ МДОУ \
    ГБДОУ ДОУ СОШ СШ ООШ НОШ ОШ ДЮСШ ДШИ ДМШ ДДТ ЦДТ ВУЗ СПО ИС АИС ГИС ФГИС ЕСИА ЕПГУ МФЦ \
    ЗАГС СМИ СМС ТВ ЖКХ ИТ ИКТ ЭВМ ПК ПО ОС БД ЭП ЭЦП КЭП УКЭП ФИО МСК УТЦ ЧС ДТП НИИ ТК ГК \
    УК НК СК КоАП ЦОС ЦБ МП \
    НЕ НИ НА ОТ ДО ИЗ ПО ДЛЯ ПРИ БЕЗ ИЛИ ЛИБО И А ВАЖНО НЕЛЬЗЯ МОЖНО НАДО НУЖНО ТОЛЬКО ОБЯЗАН \
    ВСЕ ВСЕГДА КАК ЧТО КТО ЭТО";

/// Most letters of an abbreviation; longer ones are words.
const LONGEST: usize = 6;

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let explained = explained(act);
    let mut first: BTreeMap<&str, (usize, usize, u32)> = BTreeMap::new();
    for (index, passage) in act.passages.iter().enumerate() {
        let text = passage.words.as_str();
        for range in candidates(text) {
            let word = &text[range.clone()];
            if !explained.contains(word) {
                first.entry(word).or_insert((index, range.start, 0)).2 += 1;
            }
        }
    }
    for (word, (index, at, count)) in first {
        if is_word(act, word) {
            continue;
        }
        let passage = &act.passages[index];
        let number = passage.number.unwrap_or_default();
        let before = number.matches(word).count() + passage.words[..at].matches(word).count();
        let place = act.written.nth(passage.line, word, before);
        let undefined = Diagnostic::warning("term-undefined", place);
        found.push(undefined.with("term", word).with("count", count));
    }
}

/// Whether the act also has the word in small letters: then the capitals are emphasis.
fn is_word(act: &Act<'_>, capitals: &str) -> bool {
    let same = |word: &str| {
        word.chars().skip(1).all(char::is_lowercase) && word.to_uppercase() == capitals
    };
    act.passages.iter().any(|passage| {
        let text = passage.words.as_str();
        words(text).any(|word| same(&text[word]))
    })
}

/// Abbreviations that are known, named or explained.
fn explained(act: &Act<'_>) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = KNOWN.split_whitespace().map(str::to_owned).collect();
    let school = act.school;
    let system = school.system.as_deref();
    let desk = system.and_then(|system| system.desk.as_ref()).map(|desk| desk.name.as_str());
    let founder = school.founder.as_ref().map(|founder| founder.name.as_str());
    let names = [Some(school.name.as_str()), Some(school.short_name.as_str()), desk, founder];
    let system = system.map(|system| [Some(system.name.as_str()), system.full_name.as_deref()]);
    let names = names.into_iter().chain(system.into_iter().flatten()).flatten();
    let terms = act.text.terms.iter().flat_map(|term| [term.short.as_str(), term.full.as_str()]);
    for text in names.chain(terms) {
        all.extend(words(text).map(|word| text[word].to_owned()));
    }
    for passage in &act.passages {
        let text = passage.words.as_str();
        let here = candidates(text).into_iter().filter(|range| explains(text, range));
        all.extend(here.map(|range| text[range].to_owned()));
    }
    all
}

/// Abbreviations of Russian capitals in `text`.
fn candidates(text: &str) -> Vec<Range<usize>> {
    let list: Vec<_> = words(text).collect();
    let word =
        |index: usize| list.get(index).map_or("", |range: &Range<usize>| &text[range.clone()]);
    let fits = |index: &usize| {
        let range = &list[*index];
        let own = &text[range.clone()];
        let letters = own.chars().count();
        let russian = own.chars().all(|c| matches!(c, 'А'..='Я' | 'Ё'));
        // A word in capitals beside it: emphasis, a heading.
        let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
        let shouted = beside.map(word).any(|w| is_abbreviation(w) && w.chars().count() > LONGEST);
        russian
            && (2..=LONGEST).contains(&letters)
            && !own.chars().all(|c| matches!(c, 'Х' | 'І' | 'С'))
            && !shouted
            && !is_designation(text, range)
            && !is_quoted(text, range.start)
    };
    let found: Vec<_> = (0..list.len()).filter(fits).collect();
    // A passage without a word in small letters is a heading in capitals.
    let small = |index: usize| word(index).chars().filter(|c| c.is_lowercase()).count() > 1;
    let heading = list.len() > 2 && !(0..list.len()).any(small);
    found.into_iter().filter(|_| !heading).map(|index| list[index].clone()).collect()
}

/// Whether a hyphen, a stroke or «№» makes it part of a designation.
fn is_designation(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end_matches(' ');
    let after = &text[range.end..];
    let digit = after
        .strip_prefix(['-', '–', '/'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    digit || text[..range.start].ends_with(['-', '–', '/', '.', '@', '_']) || before.ends_with('№')
}

/// Whether the byte at `at` stands in a name in quotation marks.
fn is_quoted(text: &str, at: usize) -> bool {
    let depth = |text: &str| text.matches('«').count() > text.matches('»').count();
    let straight = text[..at].matches('"').count() % 2 == 1;
    depth(&text[..at]) && text[at..].contains('»') || straight
}

/// Whether the text explains the abbreviation where it stands: «электронный журнал (ЭЖ)»,
/// «ЭЖ (электронный журнал)», «ЭЖ – электронный журнал» at the beginning.
fn explains(text: &str, range: &Range<usize>) -> bool {
    let initial = text[range.clone()].chars().next().map(fold);
    let begins = |text: &str| text.trim_start().chars().next().map(fold) == initial;
    let after = text[range.end..].trim_start();
    let in_bracket = text[..range.start].ends_with('(') && after.starts_with(')');
    let bracket = after.strip_prefix('(').is_some_and(begins);
    let notion = text[..range.start].trim().is_empty()
        && after.strip_prefix(['–', '—', '-', '=']).is_some_and(begins);
    in_bracket || bracket || notion
}
