//! The browser: the only file, with its part `node`, that touches `web-sys` and `js-sys`.
//!
//! Address and history, storage, the document's language and scheme, focus and scrolling, keys.
//! Whatever a browser may refuse (storage in a sandbox, a history entry in an opaque origin) is
//! refused quietly here: the app then works without it.

use deltascope_model::Day;
use js_sys::futures::JsFuture;
use leptos::prelude::{StoredValue, UpdateValue, document, on_cleanup, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Element, EventTarget, HtmlElement, KeyboardEvent, MessageChannel, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::{state::Theme, words::Lang};

mod node;

pub use node::Node;

/// The query of the address, without its `?`.
pub fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// Makes the address show a query: as a new entry of the history, or in place of the present one.
pub fn write_query(query: &str, new_entry: bool) {
    let Ok(history) = window().history() else { return };
    let path = window().location().pathname().unwrap_or_default();
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    // An opaque origin may not write its address; the state then lives in memory alone.
    let _ = if new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Calls back with the query whenever Back or Forward changed the address.
pub fn on_navigation(call: impl Fn(String) + 'static) {
    listen("popstate", move |_| call(query()));
}

/// Calls back on every key pressed anywhere, while the app lives.
pub fn on_key(call: impl Fn(&KeyboardEvent) + 'static) {
    listen("keydown", move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            call(key);
        }
    });
}

fn listen(name: &str, call: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(call);
    let _ = window().add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    // The app lives as long as its document.
    closure.forget();
}

/// True where the event comes from a place in which keys write text.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| {
        element.is_content_editable()
            || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// A stored preference.
pub fn stored(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Stores a preference, or forgets it.
pub fn store(name: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}

/// The language that the browser asks for.
pub fn preferred_language() -> Option<Lang> {
    window().navigator().language().as_deref().and_then(Lang::from_tag)
}

/// True where a media query holds now.
pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// What the document is called, and how it looks.
#[derive(PartialEq)]
pub struct Dress {
    /// Its title.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// Its scheme; none leaves it to the system.
    pub theme: Option<Theme>,
    /// It stands inside another page.
    pub embed: bool,
}

/// Dresses the document.
pub fn dress_document(dress: &Dress) {
    document().set_title(&dress.title);
    let Some(root) = document().document_element() else { return };
    let _ = root.set_attribute("lang", dress.lang.tag());
    mark(&root, "data-theme", dress.theme.map(Theme::key));
    mark(&root, "data-embed", dress.embed.then_some("1"));
}

fn mark(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The file beside the app that a link of the page with this id names.
pub fn named_file(id: &str) -> Option<String> {
    let file = attribute(id, "href")?;
    Some(file.strip_prefix("./").unwrap_or(&file).to_owned())
}

/// Takes the element with this id away.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// The front page as the page itself shows it before the app is there, see xtask's `shell`.
pub const FIRST: &str = "first";

/// Puts what has been drawn in the place of the page's first frame, but for [`FIRST`], which goes when the
/// corpus is here.
pub fn take_over() {
    let front = document().get_element_by_id(FIRST);
    if let (Some(main), Some(front)) = (document().get_element_by_id("main"), front) {
        let _ = main.insert_adjacent_element("beforebegin", &front);
    }
    remove("shell");
    remove("boot-loading");
    // The row of tabs begins with the first.
    show_tab(&[TAB, ":not(:first-child)"].concat());
}

/// The tab of the view that is shown.
pub const TAB: &str = ".view-tab[aria-current]";

/// Brings the tab of the view into sight: on a narrow screen the tabs are a row that scrolls.
pub fn show_tab(selector: &str) {
    if let Ok(Some(tab)) = document().query_selector(selector) {
        show_element(&tab);
    }
}

/// Brings the element with this id into sight, and gives it the focus unless the focus is to stay;
/// false where there is none.
pub fn reveal(id: &str, stay: bool) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    let still = matches_media("(prefers-reduced-motion: reduce)");
    options.set_behavior(if still { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
    stay || focus_element(&element)
}

/// Shows the page's top.
pub fn scroll_up() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// True where no element has the focus: what had it is gone.
pub fn nothing_has_focus() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Gives the element with this id the focus, without scrolling; false where there is none.
pub fn focus(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| focus_element(&element))
}

fn focus_element(element: &Element) -> bool {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Brings the element with this id into sight, moving as little as needed.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        show_element(&element);
    }
}

fn show_element(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The same, and gives it the focus.
pub fn show_and_focus(id: &str) {
    show(id);
    focus(id);
}

/// The part of the element with this id that the screen shows, in pixels from its top edge.
pub fn sight(id: &str) -> Option<(i32, i32)> {
    let top = document().get_element_by_id(id)?.get_bounding_client_rect().top().round() as i32;
    let height = window().inner_height().ok()?.as_f64()? as i32;
    Some((-top, height - top))
}

/// Hands the element with this id to a module of `public/`, for what is named: an image of it, the
/// trail, or a corpus to keep. `boot.js` hears of it and loads the module.
pub fn hand_over(id: &str, what: &str) {
    let element = document().get_element_by_id(id);
    if let (Some(element), Ok(event)) = (element, web_sys::Event::new("deltascope:hand-over")) {
        mark(&element, "data-what", Some(what));
        let _ = element.dispatch_event(&event);
    }
}

/// True where the browser has service workers for this page, which find what is kept without a network.
pub fn can_keep() -> bool {
    let workers = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into());
    workers.is_ok_and(|workers| workers.is_truthy())
}

/// An attribute of the element with this id.
pub fn attribute(id: &str, name: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute(name)
}

/// Calls back with the name of each of these events of the window, until the owner of the calling
/// component is gone. Scrolling of anything in the page is heard.
pub fn watch_window(names: &'static [&'static str], call: impl Fn(&str) + 'static) {
    hear(window().into(), names, true, Box::new(move |event| call(&event.type_())));
}

/// Listens to these events, on their way down or up, until the owner of the caller is gone.
fn hear(
    target: EventTarget,
    names: &'static [&'static str],
    down: bool,
    call: Box<dyn Fn(web_sys::Event)>,
) {
    let closure = Closure::wrap(call);
    let listen =
        move |target: &EventTarget, closure: &Closure<dyn Fn(web_sys::Event)>, on: bool| {
            let listener = closure.as_ref().unchecked_ref();
            for name in names {
                let _ = if on {
                    target.add_event_listener_with_callback_and_bool(name, listener, down)
                } else {
                    target.remove_event_listener_with_callback_and_bool(name, listener, down)
                };
            }
        };
    listen(&target, &closure, true);
    let kept = StoredValue::new_local(Some((target, closure)));
    on_cleanup(move || {
        if let Some(Some((target, closure))) = kept.try_update_value(Option::take) {
            listen(&target, &closure, false);
        }
    });
}

/// What a host answers for a file beside the app: the status and the bytes; none where no whole answer
/// came. Only `data` asks.
pub async fn get(file: &str) -> Option<(u16, Vec<u8>)> {
    let answer = JsFuture::from(window().fetch_with_str(file)).await.ok()?;
    let answer: web_sys::Response = answer.unchecked_into();
    let bytes = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some((answer.status(), js_sys::Uint8Array::new(&bytes).to_vec()))
}

/// How long the page waits for a frame at most, in milliseconds: it may go out of sight meanwhile.
const LATE: i32 = 500;

/// Lets the browser answer its user before what comes next. By a message, as timers that set timers wait.
pub async fn breathe() {
    let mut wait = |resolve: js_sys::Function, _| {
        if let Ok(channel) = MessageChannel::new() {
            channel.port1().set_onmessage(Some(&resolve));
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
    };
    let _ = JsFuture::from(js_sys::Promise::new(&mut wait)).await;
}

/// Lets the browser draw what there is before what comes next. Out of sight nothing is drawn, nor waited for.
pub async fn frame() {
    if !document().hidden() {
        let mut wait = |resolve: js_sys::Function, _| {
            let _ = window().request_animation_frame(&resolve);
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LATE);
        };
        let _ = JsFuture::from(js_sys::Promise::new(&mut wait)).await;
    }
    breathe().await;
}

/// The id of the element that has the focus, where it has one.
pub fn focused() -> Option<String> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Calls back with the width in pixels of the element with this id once the page is laid out, before it is
/// drawn, and after every change, until the owner of the calling effect is gone.
pub fn watch_width(id: &str, call: impl Fn(i32) + 'static) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let watched = element.clone();
    let closure = Closure::<dyn Fn()>::new(move || call(watched.client_width()));
    let Ok(observer) = web_sys::ResizeObserver::new(closure.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(&element);
    let kept = StoredValue::new_local(Some((observer, closure)));
    on_cleanup(move || {
        if let Some(Some((observer, _closure))) = kept.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}

/// Sends everything of a pointer to the element with this id until it is lifted.
pub fn capture_pointer(id: &str, pointer: i32) {
    if let Some(element) = document().get_element_by_id(id) {
        // The pointer may be gone by now; there is then nothing to capture.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Something that happened on an element, in plain values; what an event does not have is 0,
/// false or empty.
#[expect(clippy::struct_excessive_bools, reason = "each is a key or a button, as events have them")]
pub struct Happening {
    /// The event's name.
    pub name: String,
    /// The id of the button that it happened on.
    pub button_id: String,
    /// Pixels from the left edge of the element that is watched.
    pub x: i32,
    /// The pointer's number.
    pub pointer: i32,
    /// The button that went down.
    pub button: i32,
    /// A mouse with no button down.
    pub hovers: bool,
    /// What a wheel turned by, in pixels.
    pub wheel: (f64, f64),
    /// The key's name.
    pub key: String,
    /// The shift key is down.
    pub shift: bool,
    /// The control or command key is down.
    pub command: bool,
    /// The alternative key is down.
    pub alt: bool,
}

/// Calls back on events of the element with this id and all in it, until the owner of the calling
/// effect is gone. What the browser would do itself is prevented where the callback answers true.
///
/// One listener for many elements: a listener for each of hundreds costs time, and one for each
/// kind of event costs size.
pub fn watch_events(
    id: &str,
    names: &'static [&'static str],
    call: impl Fn(&Happening) -> bool + 'static,
) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let watched = element.clone();
    let heard = move |event: web_sys::Event| {
        if call(&happening(&event, &watched)) {
            event.prevent_default();
        }
    };
    hear(element.into(), names, false, Box::new(heard));
}

/// A property of an event; one function for all, as each reader of its own costs size.
#[inline(never)]
fn property(event: &web_sys::Event, name: &str) -> JsValue {
    js_sys::Reflect::get(event, &name.into()).unwrap_or(JsValue::NULL)
}

fn happening(event: &web_sys::Event, watched: &Element) -> Happening {
    let get = |name: &str| property(event, name);
    let number = |name: &str| get(name).as_f64().unwrap_or_default();
    let flag = |name: &str| get(name).as_bool().unwrap_or_default();
    let text = |name: &str| get(name).as_string().unwrap_or_default();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let button = target.and_then(|target| target.closest("button").ok()?);
    // Wheels count pixels, or lines of about 24.
    let unit = if number("deltaMode") > 0.0 { 24.0 } else { 1.0 };
    Happening {
        name: event.type_(),
        button_id: button.map(|button| button.id()).unwrap_or_default(),
        x: (number("clientX") - watched.get_bounding_client_rect().left()).round() as i32,
        pointer: number("pointerId") as i32,
        button: number("button") as i32,
        hovers: text("pointerType") == "mouse" && number("buttons") == 0.0,
        wheel: (number("deltaX") * unit, number("deltaY") * unit),
        key: text("key"),
        shift: flag("shiftKey"),
        command: flag("ctrlKey") || flag("metaKey"),
        alt: flag("altKey"),
    }
}

/// Sets a property of the style of the element with this id.
pub fn set_style(id: &str, name: &str, value: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.style().set_property(name, value);
    }
}

/// Sets or removes an attribute of the element with this id.
pub fn set_attribute(id: &str, name: &str, value: Option<&str>) {
    if let Some(element) = document().get_element_by_id(id) {
        mark(&element, name, value);
    }
}

/// Today, by the reader's clock and time zone.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let local = now.get_time() - now.get_timezone_offset() * 60_000.0;
    (local / 86_400_000.0).floor() as Day
}
