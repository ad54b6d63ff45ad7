//! Which time zone was probably meant.

use crate::language::near::nearest;

/// Zones of Russia by their hours from Moscow, from −1.
const RUSSIAN: [&str; 11] = [
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
];

/// The zone that was probably meant by `МСК+4`, `UTC+7`, «Красноярск» or a name with a mistake.
pub(super) fn meant(name: &str) -> Option<String> {
    if let Some(zone) = by_hours(name) {
        return Some(zone.to_owned());
    }
    let zones: Vec<String> = jiff::tz::db().available().map(|zone| zone.to_string()).collect();
    let places = || zones.iter().filter_map(|zone| Some((zone, zone.rsplit_once('/')?.1)));
    let whole = nearest(name, places().map(|(zone, _)| zone.as_str()));
    let city = || {
        let city = nearest(name, places().map(|(_, city)| city))?;
        places().find(|(_, known)| *known == city).map(|(zone, _)| zone.as_str())
    };
    whole.or_else(city).map(str::to_owned)
}

/// The zone of Russia so many hours from Moscow or from Greenwich.
fn by_hours(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase().replace('−', "-").replace(' ', "");
    let from = |start: &str, moscow: i8| {
        let hours = name.strip_prefix(start)?;
        let hours: i8 = if hours.is_empty() { 0 } else { hours.parse().ok()? };
        usize::try_from(hours.checked_sub(moscow)?.checked_add(1)?).ok()
    };
    let starts = [("мск", 0), ("msk", 0), ("utc", 3), ("gmt", 3)];
    let index = starts.into_iter().find_map(|(start, moscow)| from(start, moscow))?;
    RUSSIAN.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn zones_are_known_by_hours_by_city_and_with_mistakes() {
        let cases = [
            ("МСК", "Europe/Moscow"),
            ("MSK+4", "Asia/Krasnoyarsk"),
            ("мск −1", "Europe/Kaliningrad"),
            ("UTC+7", "Asia/Krasnoyarsk"),
            ("GMT+3", "Europe/Moscow"),
            ("Красноярск", "Asia/Krasnoyarsk"),
            ("Екатеринбург", "Asia/Yekaterinburg"),
            ("Москва", "Europe/Moscow"),
            ("Asia/Krasnoyask", "Asia/Krasnoyarsk"),
            ("Vladivostok", "Asia/Vladivostok"),
        ];
        for (name, zone) in cases {
            assert_eq!(meant(name).as_deref(), Some(zone), "{name}");
        }
        assert_eq!(meant("щщщ"), None);
    }
}
