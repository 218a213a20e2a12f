//! A desktop session of a test's own: a message bus on which login1 and a screen saver say what the test tells them to
//! say. Whoever is given its address hears nothing of the computer's own session.

use std::io::{BufRead, BufReader, PipeReader, Read, pipe};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use gio::glib::variant::{Handle, ObjectPath};
use gio::glib::{MainContext, MainLoop, ToVariant, Variant};
use gio::{
    Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags, DBusMethodInvocation, DBusNodeInfo,
    UnixFDList,
};

use crate::window::until;

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PLACE: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const SESSION_PLACE: &str = "/org/freedesktop/login1/session/_31";
const SCREEN_SAVER: &str = "org.freedesktop.ScreenSaver";
const ASKED: &str = "<node><interface name='org.freedesktop.login1.Manager'>
    <method name='GetSession'><arg direction='in' type='s'/><arg direction='out' type='o'/></method>
    <method name='Inhibit'>
        <arg direction='in' type='s'/><arg direction='in' type='s'/><arg direction='in' type='s'/>
        <arg direction='in' type='s'/><arg direction='out' type='h'/>
    </method></interface></node>";

/// Whether the other ends of these are still held: each is one delay of the computer's sleep.
type Delays = Arc<Mutex<Vec<PipeReader>>>;

/// A session that does as it is told.
pub struct Session {
    daemon: Child,
    address: String,
    bus: DBusConnection,
    delays: Delays,
    ends: MainLoop,
}

/// Ways in which a session says that the DPO is away.
#[derive(Clone, Copy, Debug)]
pub enum Away {
    /// The screen saver came on.
    ScreenSaver,
    /// Somebody asked login1 to lock the session.
    Lock,
    /// The screen was locked in another way.
    LockedHint,
    /// Another user's session is in front.
    OtherUser,
    /// The computer goes to sleep.
    Sleep,
}

impl Session {
    /// Starts one.
    ///
    /// # Errors
    /// Without a message bus (Debian: dbus).
    pub fn start() -> Result<Self> {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("dbus-daemon could not be started (Debian: dbus)")?;
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().context("its output is read")?).read_line(&mut address)?;
        let address = address.trim().to_owned();
        let delays = Delays::default();
        let (started, starts) = channel();
        let (at, kept) = (address.clone(), Arc::clone(&delays));
        thread::spawn(move || serve(&at, &kept, &started));
        let (bus, ends) = starts.recv_timeout(Duration::from_secs(20))??;
        Ok(Self { daemon, address, bus, delays, ends })
    }

    /// The address of its bus.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Says that the DPO is away.
    ///
    /// # Errors
    /// If the bus is gone.
    pub fn tell(&self, away: Away) -> Result<()> {
        match away {
            Away::ScreenSaver => {
                self.say("/ScreenSaver", (SCREEN_SAVER, "ActiveChanged"), &(true,).to_variant())
            }
            Away::Lock => self.say(SESSION_PLACE, (SESSION, "Lock"), &().to_variant()),
            Away::LockedHint => self.say_changed("LockedHint", true),
            Away::OtherUser => self.say_changed("Active", false),
            Away::Sleep => self.say_sleep(true),
        }
    }

    /// Says that the computer woke up again.
    ///
    /// # Errors
    /// If the bus is gone.
    pub fn wake(&self) -> Result<()> {
        self.say_sleep(false)
    }

    /// Waits until somebody delays the computer's sleep.
    ///
    /// # Errors
    /// If nobody does.
    pub async fn sleep_is_delayed(&self) -> Result<()> {
        until("sleep is delayed", async || Ok(!self.delays().is_empty())).await
    }

    /// Waits until nobody delays the computer's sleep any more.
    ///
    /// # Errors
    /// If somebody goes on.
    pub async fn sleep_is_free(&self) -> Result<()> {
        let mut delays: Vec<PipeReader> = self.delays().drain(..).collect();
        let ended = tokio::task::spawn_blocking(move || {
            delays.iter_mut().try_for_each(|delay| delay.read(&mut [0]).map(|_| ()))
        });
        match tokio::time::timeout(Duration::from_secs(20), ended).await {
            Ok(ended) => Ok(ended??),
            Err(_) => bail!("sleep is still delayed"),
        }
    }

    fn delays(&self) -> std::sync::MutexGuard<'_, Vec<PipeReader>> {
        self.delays.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn say_sleep(&self, sleeps: bool) -> Result<()> {
        self.say(LOGIN_PLACE, (MANAGER, "PrepareForSleep"), &(sleeps,).to_variant())
    }

    fn say_changed(&self, name: &str, value: bool) -> Result<()> {
        let changed = std::collections::HashMap::from([(name.to_owned(), value.to_variant())]);
        let said = (SESSION, changed, Vec::<String>::new()).to_variant();
        self.say(SESSION_PLACE, ("org.freedesktop.DBus.Properties", "PropertiesChanged"), &said)
    }

    fn say(&self, place: &str, (interface, signal): (&str, &str), said: &Variant) -> Result<()> {
        self.bus.emit_signal(None, place, interface, signal, Some(said))?;
        Ok(self.bus.flush_sync(Cancellable::NONE)?)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.ends.quit();
        // It may have ended already.
        drop(self.daemon.kill());
        drop(self.daemon.wait());
    }
}

/// Answers on the bus until told to end.
fn serve(address: &str, delays: &Delays, started: &Sender<Result<(DBusConnection, MainLoop)>>) {
    let context = MainContext::new();
    let served = context.with_thread_default(|| {
        let ends = MainLoop::new(Some(&context), false);
        let answer = join(address, delays).map(|bus| (bus, ends.clone()));
        let has_joined = answer.is_ok();
        if started.send(answer).is_ok() && has_joined {
            ends.run();
        }
    });
    drop(served);
}

/// Joins the bus under the names that are listened to.
fn join(address: &str, delays: &Delays) -> Result<DBusConnection> {
    let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
    let bus = DBusConnection::for_address_sync(address, flags, None, Cancellable::NONE)?;
    bus.set_exit_on_close(false);
    for name in [LOGIN, SCREEN_SAVER] {
        bus.call_sync(
            Some("org.freedesktop.DBus"),
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus",
            "RequestName",
            Some(&(name, 0_u32).to_variant()),
            None,
            DBusCallFlags::NONE,
            -1,
            Cancellable::NONE,
        )?;
    }
    let asked = DBusNodeInfo::for_xml(ASKED)?;
    let manager = asked.lookup_interface(MANAGER).context("the manager is described")?;
    let delays = Arc::clone(delays);
    bus.register_object(
        LOGIN_PLACE,
        &manager,
        move |_, _, _, _, method, _, invocation| answer(method, &delays, invocation),
        |_, _, _, _, _| false.to_variant(),
        |_, _, _, _, _, _| false,
    )?;
    Ok(bus)
}

fn answer(method: &str, delays: &Delays, invocation: DBusMethodInvocation) {
    if method == "GetSession" {
        if let Ok(place) = ObjectPath::try_from(SESSION_PLACE.to_owned()) {
            invocation.return_value(Some(&(place,).to_variant()));
        }
    } else if let Ok((held, given)) = pipe() {
        delays.lock().unwrap_or_else(PoisonError::into_inner).push(held);
        let list = UnixFDList::from_array([given]);
        invocation.return_value_with_unix_fd_list(Some(&(Handle(0),).to_variant()), Some(&list));
    }
}
