//! A plugin in Rust over the bare boundary: what abi.h lays out, written down again, and “！”
//! underlined. No crate, no build script: rustc makes a cdylib of this file.

use std::ffi::{c_char, c_int, c_void};

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
/// gouji.report/1
#[repr(C)]
struct ReportService {
    open: extern "C" fn(*mut Opaque, Span, *const c_char),
    argument: extern "C" fn(*mut Opaque, *const c_char, Text),
    related: extern "C" fn(*mut Opaque, Span, *const c_char),
    fix: extern "C" fn(*mut Opaque, u32, *const c_char),
    edit: extern "C" fn(*mut Opaque, Span, Text),
    close: extern "C" fn(*mut Opaque),
    fail: extern "C" fn(*mut Opaque, Text),
    cancelled: extern "C" fn(*const Opaque) -> c_int,
}
#[repr(C)]
pub struct Host {
    size: u32,
    abi_minor: u32,
    version: *const c_char,
    service: extern "C" fn(*const c_char) -> *const c_void,
}
#[repr(C)]
pub struct Rule {
    size: u32,
    page: *const Text,
    create: extern "C" fn(*const Host, *const Opaque, *mut c_char, usize) -> *mut c_void,
    check: extern "C" fn(*const c_void, *const Opaque, *mut Opaque) -> u32,
    destroy: extern "C" fn(*mut c_void),
}
#[repr(C)]
pub struct Plugin {
    size: u32,
    abi_minor: u32,
    id: *const c_char,
    version: *const c_char,
    rules: *const [&'static Rule; 1],
    rule_count: u32,
}
// Constant data behind the pointers.
unsafe impl Sync for Text {}
unsafe impl Sync for Rule {}
unsafe impl Sync for Plugin {}

const OK: u32 = 0;
const CANCELLED: u32 = 1;

struct Shout {
    documents: *const DocumentService,
    reports: *const ReportService,
}

extern "C" fn create(
    host: *const Host,
    _options: *const Opaque,
    reason: *mut c_char,
    capacity: usize,
) -> *mut c_void {
    let service = unsafe { (*host).service };
    let documents = service(c"gouji.document/1".as_ptr()) as *const DocumentService;
    let reports = service(c"gouji.report/1".as_ptr()) as *const ReportService;
    if documents.is_null() || reports.is_null() {
        let why = c"a service is missing".to_bytes_with_nul();
        if capacity >= why.len() {
            unsafe { std::ptr::copy_nonoverlapping(why.as_ptr(), reason.cast(), why.len()) };
        }
        return std::ptr::null_mut();
    }
    Box::into_raw(Box::new(Shout { documents, reports })).cast()
}

extern "C" fn check(this: *const c_void, document: *const Opaque, report: *mut Opaque) -> u32 {
    let this = unsafe { &*(this as *const Shout) };
    let (documents, reports) = unsafe { (&*this.documents, &*this.reports) };
    let text = (documents.text)(document);
    let extent = (documents.extent)(document);
    let bytes = unsafe { std::slice::from_raw_parts(text.data as *const u8, text.size) };
    let Ok(words) = std::str::from_utf8(&bytes[extent.begin as usize..extent.end as usize]) else {
        return OK;
    };
    for (number, (at, mark)) in words.match_indices('！').enumerate() {
        if (reports.cancelled)(report) != 0 {
            return CANCELLED;
        }
        let begin = extent.begin + at as u32;
        let digits = (number + 1).to_string();
        let value = Text { data: digits.as_ptr().cast(), size: digits.len() };
        (reports.open)(report, Span { begin, end: begin + mark.len() as u32 }, c"shout".as_ptr());
        (reports.argument)(report, c"number".as_ptr(), value);
        (reports.close)(report);
    }
    OK
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
    id: c"rusty".as_ptr(),
    version: c"1.0.0".as_ptr(),
    rules: &RULES,
    rule_count: 1,
};
