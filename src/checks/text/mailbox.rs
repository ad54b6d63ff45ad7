//! Telling the mailbox of a person from that of an office by its name.

/// Services that give mailboxes to everybody.
const FREE_MAIL: &str = "mail.ru inbox.ru list.ru bk.ru internet.ru vk.com yandex.ru yandex.com \
    ya.ru narod.ru gmail.com rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru outlook.com \
    hotmail.com icloud.com yahoo.com proton.me";

/// What stands in the address of an office.
const OFFICES: &str = "shkol scool school skola sch licey licei lyceum litsey gimn gymn sosh oosh \
    nosh mou mbou maou moau mkou gbou mdou detsad detsk internat kadet kolledg college obraz edu \
    info priem secret sekret direkt direct admin support help kanc office";

/// Endings of surnames and patronymics in Latin letters.
const SURNAMES: &str = "ov ova ev eva yov yova in ina yn yna skiy skij skii sky skaya skaia enko \
    vich vna";

/// Given names in Latin letters, also short ones.
const NAMES: &str = "aleks alex alexey aleksey alexander aleksandr andrey anton artem boris denis \
    dmitriy dmitry dima egor evgeniy igor ilya ivan kirill konstantin maksim maxim mihail mikhail \
    misha nikita nikolay oleg pavel petr roman sasha sergey sergei vadim viktor vladimir vova \
    yuriy anna alina alla elena lena galina irina katya ekaterina lyudmila ludmila larisa marina \
    maria mariya masha nadezhda natalia natalya natasha nina olga olya svetlana sveta tatyana \
    tatiana tanya yulia julia";

/// Shortest word that can be told for a surname by its ending, in letters.
const SHORTEST_SURNAME: usize = 5;

/// Whether the address, in small letters, is one of a free service and its name that of a person.
pub(super) fn is_personal(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else { return false };
    let mut words = local.split(|c: char| !c.is_alphabetic());
    listed(FREE_MAIL).any(|free| free == domain)
        && !listed(OFFICES).any(|office| local.contains(office))
        && words.any(is_name)
}

fn is_name(word: &str) -> bool {
    let surname = word.len() >= SHORTEST_SURNAME && listed(SURNAMES).any(|e| word.ends_with(e));
    surname || listed(NAMES).any(|name| name == word)
}

fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split_ascii_whitespace()
}
