//! What the document says about itself: conformance, language, title, colour profile, identity; then its bytes.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::{failed, profile, write};
use crate::RenderError;
use crate::layout::Layout;

/// Who made the file.
const PRODUCER: &str = concat!("DPO Casebook ", env!("CARGO_PKG_VERSION"));

/// Completes the document and gives its bytes.
pub(super) fn finish(mut document: Document, layout: &Layout) -> Result<Vec<u8>, RenderError> {
    document.version = "1.7".to_owned();
    let xmp =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet(layout).into_bytes());
    // Left uncompressed, so that programs that know no PDF find it.
    let metadata = document.add_object(xmp.with_compression(false));
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, profile::srgb()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => Object::Name(b"GTS_PDFA1".to_vec()),
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let catalogue = document.catalog_mut().map_err(|_| failed("no catalogue"))?;
    catalogue.set("Lang", Object::string_literal("en-GB"));
    catalogue.set("Metadata", metadata);
    catalogue.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalogue.set("ViewerPreferences", preferences());
    let info = document.add_object(properties(layout));
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", info);
    for stream in document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok()) {
        // printpdf keeps pictures from being packed, for it may have packed them itself.
        let is_picture =
            stream.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image"));
        stream.allows_compression |= is_picture;
    }
    document.compress();
    identify(document)
}

/// Shown with its title, printed at its own size: a letter shrunk to fit has its address outside the window.
fn preferences() -> Dictionary {
    dictionary! {
        "DisplayDocTitle" => true,
        "PrintScaling" => Object::Name(b"None".to_vec()),
        "PickTrayByPDFSize" => true,
    }
}

fn properties(layout: &Layout) -> Dictionary {
    let text = |text: &str| Object::String(write::utf16(text), StringFormat::Hexadecimal);
    let date = Object::string_literal(format!("D:{}000000Z", layout.made_on.replace('-', "")));
    let mut properties = dictionary! {
        "Title" => text(&layout.title),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    };
    if !layout.author.is_empty() {
        properties.set("Author", text(&layout.author));
    }
    properties
}

/// The identity comes from the content: printpdf's comes from a counter of the process, so that the same letter
/// would differ when it is the second one drawn.
pub(super) fn identify(mut document: Document) -> Result<Vec<u8>, RenderError> {
    document.trailer.remove(b"ID");
    let anonymous = save(&mut document)?;
    let hash = Sha256::digest(&anonymous);
    let id: Vec<u8> = hash.iter().take(16).copied().collect();
    let id = Object::String(id, StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    save(&mut document)
}

fn save(document: &mut Document) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|_| failed("writing the bytes failed"))?;
    Ok(bytes)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The XMP packet. PDF/UA's own property has to be described for PDF/A, hence the schema at its end.
fn packet(layout: &Layout) -> String {
    let title = escaped(&layout.title);
    let date = format!("{}T00:00:00Z", layout.made_on);
    let creator = if layout.author.is_empty() {
        String::new()
    } else {
        format!(
            "   <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
            escaped(&layout.author)
        )
    };
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}   <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
   <xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
   <pdf:Producer>{PRODUCER}</pdf:Producer>
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
{UA_SCHEMA} </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        bom = '\u{FEFF}',
    )
}

const UA_SCHEMA: &str = r#"  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
"#;
