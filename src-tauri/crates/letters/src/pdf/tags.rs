//! The logical structure: which marked content of which page is which paragraph, heading, list or table. Readers that
//! speak or reflow follow it, and so does "export as text".

use lopdf::{Document, Object, ObjectId, dictionary};

use super::failed;
use crate::RenderError;
use crate::layout::{Element, ElementKind, Item, Layout, Page};

/// The items of a page, each with its number and tag if it is content.
pub(super) fn marked(page: &Page) -> impl Iterator<Item = (Option<(i64, &'static str)>, &Item)> {
    let mut next = 0;
    page.items.iter().map(move |item| {
        let mark = item.element.map(|_| {
            let id = next;
            next += 1;
            (id, "Span")
        });
        (mark, item)
    })
}

const fn name(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Heading1 => "H1",
        ElementKind::Heading2 => "H2",
        ElementKind::Paragraph => "P",
        ElementKind::Quote => "BlockQuote",
        ElementKind::NumberedList | ElementKind::BulletedList => "L",
        ElementKind::ListEntry => "LI",
        ElementKind::Label => "Lbl",
        ElementKind::ListBody => "LBody",
        ElementKind::Table => "Table",
        ElementKind::Row => "TR",
        ElementKind::HeaderCell => "TH",
        ElementKind::Cell => "TD",
    }
}

/// What a kind of element says about itself beyond its name.
fn attributes(kind: ElementKind) -> Option<Object> {
    let owned = |owner: &str, key: &str, value: &str| {
        let mut attributes = lopdf::Dictionary::new();
        attributes.set("O", Object::Name(owner.into()));
        attributes.set(key, Object::Name(value.into()));
        Some(Object::Dictionary(attributes))
    };
    match kind {
        ElementKind::HeaderCell => owned("Table", "Scope", "Column"),
        ElementKind::NumberedList => owned("List", "ListNumbering", "Decimal"),
        ElementKind::BulletedList => owned("List", "ListNumbering", "Disc"),
        _ => None,
    }
}

/// Adds the structure tree and ties the pages to it.
pub(super) fn add(document: &mut Document, layout: &Layout) -> Result<(), RenderError> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let root = document.new_object_id();
    let whole = document.new_object_id();
    let elements: Vec<ObjectId> = layout.elements.iter().map(|_| document.new_object_id()).collect();
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); layout.elements.len()];
    let mut top = Vec::new();
    for (element, id) in layout.elements.iter().zip(&elements) {
        match element.parent {
            Some(parent) => {
                let kids = kids.get_mut(parent).ok_or_else(|| failed("the structure is broken"))?;
                kids.push((*id).into());
            }
            None => top.push(Object::Reference(*id)),
        }
    }

    let mut numbers = Vec::new();
    for (number, (page, page_id)) in (0_i64..).zip(layout.pages.iter().zip(&pages)) {
        let owners = owners_of(page, *page_id, &elements, &mut kids)?;
        numbers.push(number.into());
        numbers.push(Object::Reference(document.add_object(Object::Array(owners))));
        tie_page(document, *page_id, number)?;
    }

    for ((element, id), kids) in layout.elements.iter().zip(&elements).zip(kids) {
        let parent = element.parent.and_then(|parent| elements.get(parent)).copied().unwrap_or(whole);
        document.objects.insert(*id, Object::Dictionary(node(*element, parent, kids)));
    }
    let next = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    let parent_tree = document.add_object(dictionary! { "Nums" => numbers });
    document.objects.insert(
        whole,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => top }.into(),
    );
    document.objects.insert(
        root,
        dictionary! {
            "Type" => "StructTreeRoot", "K" => whole, "ParentTree" => parent_tree, "ParentTreeNextKey" => next,
        }
        .into(),
    );
    let catalogue = document.catalog_mut().map_err(|_| failed("no catalogue"))?;
    catalogue.set("StructTreeRoot", root);
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// The elements that own the marked content of a page, in order; each is told of its content.
fn owners_of(
    page: &Page,
    page_id: ObjectId,
    elements: &[ObjectId],
    kids: &mut [Vec<Object>],
) -> Result<Vec<Object>, RenderError> {
    let mut owners = Vec::new();
    for (mark, item) in marked(page) {
        let (Some((id, _)), Some(element)) = (mark, item.element) else { continue };
        let (Some(owner), Some(kids)) = (elements.get(element), kids.get_mut(element)) else {
            return Err(failed("the structure is broken"));
        };
        owners.push(Object::Reference(*owner));
        kids.push(dictionary! { "Type" => "MCR", "Pg" => page_id, "MCID" => id }.into());
    }
    Ok(owners)
}

fn node(element: Element, parent: ObjectId, kids: Vec<Object>) -> lopdf::Dictionary {
    let mut node =
        dictionary! { "Type" => "StructElem", "S" => name(element.kind), "P" => parent, "K" => kids };
    if let Some(attributes) = attributes(element.kind) {
        node.set("A", attributes);
    }
    node
}

fn tie_page(document: &mut Document, page: ObjectId, number: i64) -> Result<(), RenderError> {
    let page = document.get_dictionary_mut(page).map_err(|_| failed("a page is missing"))?;
    page.set("StructParents", number);
    page.set("Tabs", Object::Name(b"S".to_vec()));
    page.remove(b"Annots");
    Ok(())
}
