//! What is drawn: each file one component, from the store, the corpus and the words. Components
//! never fetch, never touch the browser, and never parse text of a page as markup.

pub mod about;
pub mod article_body;
pub mod article_facts;
pub mod article_head;
pub mod audit_bar;
pub mod chips;
pub mod control;
pub mod empty;
pub mod evidence;
pub mod facet_group;
pub mod failure;
pub mod figure;
pub mod figure_chart;
pub mod filter_rail;
pub mod initiative;
pub mod issues;
pub mod kinds;
pub mod ledger;
pub mod main_area;
pub mod marked;
pub mod notices;
pub mod observatory;
pub mod overview;
pub mod places;
pub mod preferences;
pub mod raw_page;
pub mod reader;
pub mod remarks;
mod result_card;
pub mod results;
pub mod search_box;
pub mod shell;
pub mod table;
pub mod targets;
pub mod timeline_pane;
pub mod top_bar;
