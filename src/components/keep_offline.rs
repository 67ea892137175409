//! Keep offline: the place where `public/keep.js` offers to keep a large corpus for use without a network.
//! What it says and does is not in the app, as few corpora are so large.

use crate::dom::{el, none};
use crate::signals::effect;
use leptos::prelude::*;

use crate::{browser, data::Data, store::store};

const ID: &str = "keep";

/// The control; nothing where the corpus is here whole, or nothing can be kept.
pub fn keep_offline(data: &Data) -> AnyView {
    let embed = store().state.with_untracked(|state| state.embed);
    if data.is_whole() || embed || !browser::can_keep() {
        return none();
    }
    // Told once it stands in the page.
    effect(|| browser::hand_over(ID, "keep"));
    el("section").attr("id", ID).class("keep").test("keep").view()
}
