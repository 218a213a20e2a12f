//! The two message buses of a Linux desktop. login1 on the system's bus tells of sleep, of locking a session and of a
//! change of users; the screen savers tell on the session's bus. A computer without them tells nothing, and that is no
//! fault. All of it happens on the window's thread, which runs the loop that hears.

use std::cell::RefCell;
use std::collections::HashMap;

use gio::glib::variant::ObjectPath;
use gio::glib::{ToVariant, Variant, VariantTy};
use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
use tauri::AppHandle;

use crate::lock::lock_away;

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PLACE: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// Names under which desktops tell of their screen saver, which is also what locks the screen; each has a signal
/// `ActiveChanged` of its own.
const SCREEN_SAVERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

thread_local! {
    /// A bus is heard for as long as somebody holds its connection.
    static BUSES: RefCell<Vec<DBusConnection>> = const { RefCell::new(Vec::new()) };
    /// The computer waits with going to sleep for as long as this is held, but never long.
    static DELAY: RefCell<Option<UnixFDList>> = const { RefCell::new(None) };
}

/// Locks whenever the session says that the DPO is away, for as long as the program runs.
pub(crate) fn listen(app: &AppHandle) {
    let (system, session) = (app.clone(), app.clone());
    gio::bus_get(BusType::System, Cancellable::NONE, move |bus| {
        bus.into_iter().for_each(|bus| hear_login(bus, &system));
    });
    gio::bus_get(BusType::Session, Cancellable::NONE, move |bus| {
        bus.into_iter().for_each(|bus| hear_screen_savers(bus, &session));
    });
}

/// Keeps the connection. A bus that is restarted must not end the program, as glib would have it.
fn keep(bus: DBusConnection) {
    bus.set_exit_on_close(false);
    BUSES.with_borrow_mut(|buses| buses.push(bus));
}

fn hear_screen_savers(bus: DBusConnection, app: &AppHandle) {
    for name in SCREEN_SAVERS {
        let app = app.clone();
        hear(&bus, name, (name, "ActiveChanged"), None, move |said| {
            if is_yes(said) {
                lock_away(&app, |_| {});
            }
        });
    }
    keep(bus);
}

fn hear_login(bus: DBusConnection, app: &AppHandle) {
    let (sleeper, on) = (app.clone(), bus.clone());
    hear(&bus, LOGIN, (MANAGER, "PrepareForSleep"), Some(LOGIN_PLACE), move |said| {
        if is_yes(said) {
            lock_away(&sleeper, |app| {
                // Without a window there is nothing left to sleep over.
                drop(app.run_on_main_thread(|| drop(DELAY.take())));
            });
        } else {
            delay_sleep(&on);
        }
    });
    delay_sleep(&bus);
    let (locked, on) = (app.clone(), bus.clone());
    // Our own session or, for a program that belongs to none, the one on the screen.
    let own = ("auto",).to_variant();
    bus.call(
        Some(LOGIN),
        LOGIN_PLACE,
        MANAGER,
        "GetSession",
        Some(&own),
        VariantTy::new("(o)").ok(),
        DBusCallFlags::NONE,
        -1,
        Cancellable::NONE,
        move |answer| {
            let place = answer.ok().and_then(|answer| answer.get::<(ObjectPath,)>());
            place.iter().for_each(|(place,)| hear_session(&on, place, &locked));
        },
    );
    keep(bus);
}

/// The DPO's own session: it is locked, or another one is in front.
fn hear_session(bus: &DBusConnection, place: &ObjectPath, app: &AppHandle) {
    let locked = app.clone();
    hear(bus, LOGIN, (SESSION, "Lock"), Some(place.as_str()), move |_| lock_away(&locked, |_| {}));
    let changed = app.clone();
    hear(bus, LOGIN, (PROPERTIES, "PropertiesChanged"), Some(place.as_str()), move |said| {
        if is_away(said) {
            lock_away(&changed, |_| {});
        }
    });
}

fn hear(
    bus: &DBusConnection,
    sender: &str,
    (interface, signal): (&str, &str),
    place: Option<&str>,
    heard: impl Fn(&Variant) + 'static,
) {
    // The subscription ends with the connection.
    let _ = bus.signal_subscribe(
        Some(sender),
        Some(interface),
        Some(signal),
        place,
        None,
        DBusSignalFlags::NONE,
        move |_, _, _, _, _, said| heard(said),
    );
}

/// Asks login1 to wait a moment before the computer sleeps, so that no key is in its memory meanwhile.
fn delay_sleep(bus: &DBusConnection) {
    let words = ("sleep", "DPO Casebook", "Locks the casebook", "delay").to_variant();
    bus.call_with_unix_fd_list(
        Some(LOGIN),
        LOGIN_PLACE,
        MANAGER,
        "Inhibit",
        Some(&words),
        VariantTy::new("(h)").ok(),
        DBusCallFlags::NONE,
        -1,
        UnixFDList::NONE,
        Cancellable::NONE,
        |answer| {
            if let Ok((_, delay)) = answer {
                DELAY.set(Some(delay));
            }
        },
    );
}

/// Whether a signal says nothing but yes.
fn is_yes(said: &Variant) -> bool {
    // glib compares only as many parts as it is asked for.
    said.is::<(bool,)>() && said.get::<(bool,)>() == Some((true,))
}

/// Whether changed properties of a session say that it is locked or no longer in front.
fn is_away(said: &Variant) -> bool {
    let Some((_, changed, _)) = said.get::<(String, HashMap<String, Variant>, Vec<String>)>() else {
        return false;
    };
    let is = |name: &str| changed.get(name).and_then(Variant::get::<bool>);
    is("Active") == Some(false) || is("LockedHint") == Some(true)
}

#[cfg(test)]
mod tests {
    use super::{is_away, is_yes};
    use gio::glib::{ToVariant, Variant};
    use std::collections::HashMap;

    fn changed(name: &str, value: impl ToVariant) -> Variant {
        let changed = HashMap::from([(name.to_owned(), value.to_variant())]);
        ("org.freedesktop.login1.Session", changed, Vec::<String>::new()).to_variant()
    }

    #[test]
    fn a_session_that_is_locked_or_behind_another_is_left_alone() {
        for (said, away) in [
            (changed("Active", false), true),
            (changed("Active", true), false),
            (changed("LockedHint", true), true),
            (changed("LockedHint", false), false),
            (changed("IdleHint", true), false),
            (changed("Active", "no"), false),
            ((true,).to_variant(), false),
        ] {
            assert_eq!(is_away(&said), away, "{said}");
        }
    }

    #[test]
    fn only_a_plain_yes_is_a_yes() {
        for (said, yes) in [
            ((true,).to_variant(), true),
            ((false,).to_variant(), false),
            ((1_u32,).to_variant(), false),
            ((true, true).to_variant(), false),
            (true.to_variant(), false),
        ] {
            assert_eq!(is_yes(&said), yes, "{said}");
        }
    }
}
