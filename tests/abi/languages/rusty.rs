//! A plugin in Rust over the bare boundary: what abi.h lays out, written down again, and “！”
//! underlined. No crate, no build script: rustc makes a cdylib of this file.

use std::ffi::{c_char, c_void};

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    data: *const c_char,
    size: usize,
}
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Span {
    begin: u32,
    end: u32,
}
#[repr(C)]
pub struct Opaque {
    _private: [u8; 0],
}

/// gouji.document/1, as far as it is used here: tables are frozen, so a shorter one is safe.
#[repr(C)]
struct DocumentService {
    text: extern "C" fn(*const Opaque) -> Text,
    extent: extern "C" fn(*const Opaque) -> Span,
}
/// gouji.sink/1
#[repr(C)]
struct SinkService {
    open: extern "C" fn(*mut Opaque, Span, Text) -> u32,
    argument: extern "C" fn(*mut Opaque, Text, Text) -> u32,
    related: extern "C" fn(*mut Opaque, Span, Text) -> u32,
    fix: extern "C" fn(*mut Opaque, u32, Text) -> u32,
    edit: extern "C" fn(*mut Opaque, Span, Text) -> u32,
    close: extern "C" fn(*mut Opaque) -> u32,
    fail: extern "C" fn(*mut Opaque, Text),
    cancelled: extern "C" fn(*const Opaque) -> u32,
}
#[repr(C)]
pub struct Host {
    size: u32,
    abi_minor: u32,
    version: Text,
    plugin_file: Text,
    service: extern "C" fn(*const Host, Text) -> *const c_void,
}
#[repr(C)]
pub struct Rule {
    size: u32,
    page: *const Text,
    create: extern "C" fn(*const Host, *const Opaque, *mut Opaque) -> *mut c_void,
    check: extern "C" fn(*const c_void, *const Opaque, *mut Opaque),
    destroy: extern "C" fn(*mut c_void),
}
#[repr(C)]
pub struct Plugin {
    size: u32,
    abi_minor: u32,
    id: Text,
    version: Text,
    rules: *const [&'static Rule; 1],
    rule_count: u32,
}
const fn text(words: &'static str) -> Text {
    Text { data: words.as_ptr().cast(), size: words.len() }
}
// Constant data behind the pointers.
unsafe impl Sync for Text {}
unsafe impl Sync for Rule {}
unsafe impl Sync for Plugin {}

const TAKEN: u32 = 0;

struct Shout {
    documents: *const DocumentService,
    sinks: *const SinkService,
}

extern "C" fn create(host: *const Host, _options: *const Opaque, sink: *mut Opaque) -> *mut c_void {
    let service = unsafe { (*host).service };
    let documents = service(host, text("gouji.document/1")) as *const DocumentService;
    let sinks = service(host, text("gouji.sink/1")) as *const SinkService;
    if sinks.is_null() {
        return std::ptr::null_mut();
    }
    if documents.is_null() {
        unsafe { ((*sinks).fail)(sink, text("a service is missing")) };
        return std::ptr::null_mut();
    }
    Box::into_raw(Box::new(Shout { documents, sinks })).cast()
}

extern "C" fn check(this: *const c_void, document: *const Opaque, sink: *mut Opaque) {
    let this = unsafe { &*(this as *const Shout) };
    let (documents, sinks) = unsafe { (&*this.documents, &*this.sinks) };
    let whole = (documents.text)(document);
    let extent = (documents.extent)(document);
    let bytes = unsafe { std::slice::from_raw_parts(whole.data as *const u8, whole.size) };
    let Ok(words) = std::str::from_utf8(&bytes[extent.begin as usize..extent.end as usize]) else {
        return;
    };
    for (number, (at, mark)) in words.match_indices('！').enumerate() {
        if (sinks.cancelled)(sink) != 0 {
            return;
        }
        let begin = extent.begin + at as u32;
        let digits = (number + 1).to_string();
        let value = Text { data: digits.as_ptr().cast(), size: digits.len() };
        let span = Span { begin, end: begin + mark.len() as u32 };
        if (sinks.open)(sink, span, text("shout")) != TAKEN {
            return;
        }
        (sinks.argument)(sink, text("number"), value);
        (sinks.close)(sink);
    }
}

extern "C" fn destroy(this: *mut c_void) {
    drop(unsafe { Box::from_raw(this as *mut Shout) });
}

const WORDS: &str = include_str!(env!("GOUJI_PAGE"));
static PAGE: Text = Text { data: WORDS.as_ptr().cast(), size: WORDS.len() };
static SHOUT: Rule =
    Rule { size: std::mem::size_of::<Rule>() as u32, page: &PAGE, create, check, destroy };
static RULES: [&Rule; 1] = [&SHOUT];

#[unsafe(no_mangle)]
pub static gouji_plugin_v1: Plugin = Plugin {
    size: std::mem::size_of::<Plugin>() as u32,
    abi_minor: 0,
    id: text("rusty"),
    version: text("1.0.0"),
    rules: &RULES,
    rule_count: 1,
};
