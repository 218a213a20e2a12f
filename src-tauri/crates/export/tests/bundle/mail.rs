//! Unsent messages as another program reads them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use casebook_export::Cause;
use casebook_export::mail::{Attachment, Mail, Mailbox, is_address, unsent};
use casebook_personal::Personal;
use serde_json::Value;

/// Python's own mail package, told to be strict.
const READER: &str = "
import base64, email, email.policy, json, sys
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = [{'name': part.get_filename(), 'type': part.get_content_type(),
          'bytes': base64.b64encode(part.get_payload(decode=True)).decode()} for part in message.iter_attachments()]
print(json.dumps({'headers': [[name, str(value)] for name, value in message.items()],
                  'body': message.get_body().get_content(), 'parts': parts,
                  'defects': [str(defect) for part in message.walk() for defect in part.defects]}))
";

fn read(bytes: &[u8]) -> Value {
    let mut command = Command::new("python3");
    command.args(["-I", "-S", "-B", "-c", READER]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

fn header<'a>(message: &'a Value, name: &str) -> Vec<&'a str> {
    let headers = message["headers"].as_array().unwrap();
    let of_name = headers.iter().filter(|header| header[0].as_str().unwrap().eq_ignore_ascii_case(name));
    of_name.map(|header| header[1].as_str().unwrap()).collect()
}

fn mailbox(name: &str, email: &str) -> Mailbox {
    Mailbox { name: name.to_owned().into(), email: email.to_owned().into() }
}

fn mail<'a>(body: &'a Personal<String>, attachments: &'a [Attachment<'a>]) -> Mail<'a> {
    Mail {
        id: "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap(),
        from: Some(mailbox("Data Protection Officer, Kestrel & Sons", "dpo@kestrel.example")),
        to: Some(mailbox("Zofia Żółkiewska-Brown", "zofia@example.org")),
        subject: "Our reference SR-2026-0042-E/3",
        at: "2026-11-22T10:00:05Z".parse().unwrap(),
        body,
        attachments,
    }
}

#[test]
fn another_program_reads_what_was_written() {
    let body = Personal::new(
        "Dear Ms Żółkiewska-Brown,\n\nplease find our answer attached.\n.\nFrom us\n".repeat(3)
            + &"long ".repeat(300),
    );
    let every_byte: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let attachments = [
        Attachment { name: "SR-2026-0042-E-3.pdf", media: "application/pdf", bytes: &every_byte },
        Attachment { name: "0001.csv", media: "application/octet-stream", bytes: b"" },
    ];
    let bytes = unsent(&mail(&body, &attachments)).unwrap();
    let message = read(&bytes);
    assert_eq!(message["defects"], serde_json::json!([]));
    assert_eq!(header(&message, "X-Unsent"), ["1"]);
    assert_eq!(header(&message, "Subject"), ["Our reference SR-2026-0042-E/3"]);
    assert_eq!(header(&message, "To"), ["Zofia Żółkiewska-Brown <zofia@example.org>"]);
    let from = "\"Data Protection Officer, Kestrel & Sons\" <dpo@kestrel.example>";
    assert_eq!(header(&message, "From"), [from]);
    assert_eq!(header(&message, "Date"), ["Sun, 22 Nov 2026 10:00:05 +0000"]);
    assert_eq!(header(&message, "Message-ID").len(), 1);
    let said = message["body"].as_str().unwrap().replace("\r\n", "\n");
    assert_eq!(said.trim_end(), body.reveal().trim_end());
    let parts = message["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 2);
    for (part, attachment) in parts.iter().zip(&attachments) {
        use base64::Engine as _;
        assert_eq!(part["name"], attachment.name);
        assert_eq!(part["type"], attachment.media);
        let bytes =
            base64::engine::general_purpose::STANDARD.decode(part["bytes"].as_str().unwrap()).unwrap();
        assert!(bytes == attachment.bytes, "{}", attachment.name);
    }
    let lines = bytes.split(|byte| *byte == b'\n');
    assert!(lines.clone().all(|line| line.len() <= 999 && line.is_ascii()), "every line can travel");
}

#[test]
fn who_it_goes_to_may_be_left_to_the_mail_program() {
    let body = Personal::new("Hello".to_owned());
    let message = read(&unsent(&Mail { from: None, to: None, ..mail(&body, &[]) }).unwrap());
    assert!(header(&message, "To").is_empty() && header(&message, "From").is_empty());
    assert_eq!(header(&message, "X-Unsent"), ["1"]);
}

#[test]
fn no_text_makes_another_header_or_address() {
    let body = Personal::new("Hello\r\n\r\n--boundary\r\nBcc: a@b.example".to_owned());
    let name = "Z\r\nBcc: thief@example.org\r\n\r\n<thief@example.org>, \"";
    let bytes = unsent(&Mail {
        to: Some(mailbox(name, "zofia@example.org")),
        subject: "Our reference\r\nBcc: thief@example.org",
        ..mail(&body, &[])
    });
    let message = read(&bytes.unwrap());
    assert!(header(&message, "Bcc").is_empty(), "{message}");
    assert_eq!(header(&message, "To").len(), 1);
    assert!(header(&message, "To")[0].ends_with("<zofia@example.org>"), "{message}");

    for email in
        ["", "zofia", "@example.org", "zofia@", "a@b@c", "a b@c", "a@b,c@d", "a@b\r\nBcc: c@d", "<a@b>"]
    {
        assert!(!is_address(email), "{email}");
        let refused = unsent(&Mail { to: Some(mailbox("Z", email)), ..mail(&body, &[]) });
        assert_eq!(refused.unwrap_err(), Cause::Malformed { field: "to" });
    }
    for email in ["zofia@example.org", "o'brien+dsar@sub.example.org", "zofia@żółw.example"] {
        assert!(is_address(email), "{email}");
    }
    let attachments = [Attachment { name: "../x.pdf", media: "application/pdf", bytes: b"" }];
    let refused = unsent(&mail(&body, &attachments)).unwrap_err();
    assert_eq!(refused, Cause::FileName { list: "attachments", place: 1 });
}
