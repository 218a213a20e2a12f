//! The window goes nowhere but its own page, and the page may ask only for what it was given.

use anyhow::{Context, Result, ensure};
use casebook_ipc::CASEBOOK_COMMANDS;
use casebook_tests::{Desk, Window};
use serde_json::{Value, json};

/// Ways out of the page, each tried by a script in it.
const WAYS_OUT: &[&str] = &[
    "location.href = 'https://example.org/'",
    "location.href = 'http://tauri.localhost/'",
    "location.href = 'tauri://localhost.example/'",
    "location.href = 'tauri://x.localhost/'",
    "location.href = 'tauri://localhost:1/'",
    "location.href = 'file:///etc/hostname'",
    "location.href = 'data:text/html,out'",
    "location.href = 'about:blank'",
    "location.href = 'ipc://localhost/call'",
    "location.assign('https://example.org/')",
    "location.replace('https://example.org/')",
    "location.href = URL.createObjectURL(new Blob(['out'], { type: 'text/html' }))",
    "location.href = 'javascript:document.documentElement.remove()'",
    "history.pushState(null, '', 'https://example.org/')",
    "window.open('https://example.org/')",
    "window.open('https://example.org/', '_self')",
    "window.open('about:blank')",
    "window.open('tauri://localhost/')",
    "click('a', { href: 'https://example.org/' })",
    "click('a', { href: 'https://example.org/', target: '_blank' })",
    "click('a', { href: 'https://example.org/', target: '_top' })",
    "click('a', { href: 'mailto:somebody@example.org' })",
    "click('a', { href: 'data:text/plain,out', download: 'out.txt' })",
    "click('a', { href: URL.createObjectURL(new Blob(['out'])), download: 'out.txt' })",
    "click('a', { href: 'file:///etc/hostname', download: 'out.txt' })",
    "put('meta', { httpEquiv: 'refresh', content: '0;url=https://example.org/' })",
    "put('base', { href: 'https://example.org/' }); if (!document.baseURI.startsWith(before)) location.href = 'out'",
    "click('a', { href: '//example.org/' })",
    "put('iframe', { src: 'https://example.org/' })",
    "put('iframe', { srcdoc: '<script>parent.location = \"https://example.org/\"</script>' })",
    "put('object', { data: 'https://example.org/' })",
    "put('embed', { src: 'https://example.org/' })",
    "put('form', { action: 'https://example.org/' }).submit()",
    "put('form', { action: 'https://example.org/', target: '_blank', method: 'post' }).submit()",
    "put('form', { action: 'javascript:document.documentElement.remove()' }).submit()",
];

/// Ways to send something out or to run what is not ours.
const WHISPERS: &[&str] = &[
    "await fetch('https://example.org/')",
    "await fetch('http://127.0.0.1:9/')",
    "await fetch('file:///etc/hostname')",
    "await fetch('data:text/plain,x')",
    "await happens((yes, no) => Object.assign(new XMLHttpRequest(), { onload: yes, onerror: no }), (x) => { x.open('GET', 'https://example.org/'); x.send(); })",
    "await happens((yes, no) => Object.assign(new WebSocket('wss://example.org/'), { onopen: yes, onerror: no }))",
    "await happens((yes, no) => Object.assign(new EventSource('https://example.org/'), { onopen: yes, onerror: no }))",
    "await happens((yes, no) => Object.assign(new Image(), { onload: yes, onerror: no, src: 'https://example.org/x.png' }))",
    "await happens((yes, no) => put('script', { onload: yes, onerror: no, src: 'https://example.org/x.js' }))",
    "await happens((yes, no) => put('link', { onload: yes, onerror: no, rel: 'stylesheet', href: 'https://example.org/x.css' }))",
    "await import('data:text/javascript,window.ran = true')",
    "new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))); if (!window.told) throw 0",
    "eval('1')",
    "new Function('return 1')()",
    "put('script', { textContent: 'window.ran = true' }); if (!window.ran) throw 0",
    "put('p', { innerHTML: '<img src=x onerror=\"window.ran = true\">' }); await soon(); if (!window.ran) throw 0",
    "put('style', { textContent: 'html { outline: 7px solid red }' }); if (getComputedStyle(document.documentElement).outlineWidth !== '7px') throw 0",
];

const TOOLS: &str = "
    const put = (tag, properties) => {
        const element = Object.assign(document.createElement(tag), properties);
        document.body.append(element);
        return element;
    };
    const before = document.baseURI;
    const click = (tag, properties) => put(tag, properties).click();
    const soon = () => new Promise((done) => setTimeout(done, 150));
    const happens = (make, then) => new Promise((yes, no) => { const made = make(yes, no); if (then) then(made); });
";

#[tokio::test]
async fn the_window_cannot_be_led_anywhere() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = Desk::new("ways-out")?;
    let window = desk.open().await?;
    window.script("window.stayed = true", Vec::new()).await?;
    let before = window.address().await?;
    for way in WAYS_OUT {
        let tried = format!(
            "const done = arguments[arguments.length - 1]; {TOOLS}
             (async () => {{ try {{ {way} }} catch (refused) {{}} await soon(); }})().then(done, done);"
        );
        window.slow_script(&tried, Vec::new()).await.with_context(|| format!("after {way}"))?;
        let stayed =
            window.script("return window.stayed === true && document.body !== null", Vec::new()).await?;
        ensure!(
            stayed == json!(true) && window.address().await? == before,
            "{way} led to {}",
            window.address().await?
        );
        window
            .script("document.body.querySelectorAll('base, meta').forEach((e) => e.remove())", Vec::new())
            .await?;
    }
    ensure!(std::fs::read_dir(desk.out())?.next().is_none(), "something was downloaded");
    window.quit().await
}

#[tokio::test]
async fn nothing_is_sent_out_and_nothing_foreign_runs() -> Result<()> {
    let _turn = crate::turn().await;
    let window = Desk::new("whispers")?.open().await?;
    ensure!(window.breaches().await?.is_empty(), "{:?}", window.breaches().await?);
    for whisper in WHISPERS {
        let tried = format!(
            "const done = arguments[arguments.length - 1]; {TOOLS}
             (async () => {{ {whisper} }})().then(() => done('went through'), () => done('refused'));"
        );
        let answer = window.slow_script(&tried, Vec::new()).await?;
        ensure!(answer == json!("refused"), "{whisper}: {answer}");
    }
    // The counter that all other tests rely on has counted.
    ensure!(window.breaches().await?.len() >= 10, "{:?}", window.breaches().await?);
    window.quit().await
}

/// Asks Tauri itself, as a hostile script in the page would.
async fn invoke(window: &Window, name: &str, words: Value) -> Result<Value> {
    let script = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
            .then((value) => done({ value }), (error) => done({ error }));";
    window.slow_script(script, vec![json!(name), words]).await
}

#[tokio::test]
async fn the_page_may_ask_only_for_what_it_was_given() -> Result<()> {
    let _turn = crate::turn().await;
    let window = Desk::new("least")?.open().await?;
    ensure!(
        invoke(&window, "call", json!({ "name": "gate_status", "request": {} }))
            .await?
            .get("value")
            .is_some()
    );
    for name in [
        "plugin:app|version",
        "plugin:dialog|open",
        "plugin:dialog|save",
        "plugin:event|emit",
        "plugin:event|emit_to",
        "plugin:fs|read_file",
        "plugin:fs|write_text_file",
        "plugin:image|from_path",
        "plugin:menu|popup",
        "plugin:path|resolve_directory",
        "plugin:resources|close",
        "plugin:shell|execute",
        "plugin:webview|create_webview_window",
        "plugin:webview|internal_toggle_devtools",
        "plugin:webview|print",
        "plugin:window|close",
        "plugin:window|create",
        "plugin:window|set_title",
        "casebook_unlock",
        "gate_status",
        "",
    ] {
        let answer = invoke(&window, name, json!({})).await?;
        ensure!(answer.get("error").is_some(), "{name} was answered: {answer}");
    }
    ensure!(window.script("return window.__TAURI__ === undefined", Vec::new()).await? == json!(true));
    window.quit().await
}

#[tokio::test]
async fn while_locked_no_command_of_the_casebook_is_answered() -> Result<()> {
    let _turn = crate::turn().await;
    let window = Desk::new("locked")?.open().await?;
    for name in CASEBOOK_COMMANDS {
        for request in [json!({}), json!(null), json!([]), json!("x"), json!({ "case": 7 })] {
            let answer = invoke(&window, "call", json!({ "name": name, "request": request })).await?;
            ensure!(answer == json!({ "error": { "kind": "locked" } }), "{name} {request}: {answer}");
        }
    }
    let answer = invoke(&window, "blob", json!({ "id": "x" })).await?;
    ensure!(answer == json!({ "error": { "kind": "locked" } }), "{answer}");
    let answer = invoke(&window, "call", json!({ "name": "no_such_command", "request": {} })).await?;
    ensure!(answer.pointer("/error/kind") == Some(&json!("notFound")), "{answer}");
    let too_much = 17 * 1024 * 1024;
    let script = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('call', { name: 'passphrase_judge', request: { passphrase: 'x'.repeat(arguments[0]) } })
            .then((value) => done({ value }), (error) => done({ error }));";
    let answer = window.slow_script(script, vec![json!(too_much)]).await?;
    ensure!(answer.pointer("/error/kind") == Some(&json!("invalid")), "{answer}");
    window.quit().await
}
