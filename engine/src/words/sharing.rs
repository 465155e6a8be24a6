//! Texts of the dialog that hands a state on.

use super::ui::texts;

texts! {
    /// Handing a state on: what it is to look like, and where it goes.
    Sharing;

    /// The button, and the heading.
    share,
    /// Where it goes.
    target,
    /// What it is to look like.
    looks,
    /// What is to be pasted.
    snippet,
    /// What readers will see.
    preview,
    /// Where a page cannot be shown in a frame of its own.
    no_preview,
    /// Said where the page was not opened from a site.
    not_published,
    /// The plain address.
    link,
    /// A frame.
    frame,
    /// Hatena, a host of blogs.
    hatena,
    /// How high a frame is, in pixels.
    height,
    /// The key `lang`.
    lang,
    /// The key `theme`.
    theme,
    /// The key `embed`.
    embed,
    /// The key `mode`.
    mode,
    /// The key `lock`.
    lock,
    /// The key `hide`.
    hide,
    /// What each reader has set.
    readers_own,
    /// Everything, inside another page.
    full,
    /// Picture and verdicts, switches behind a button.
    compact,
    /// Picture and verdicts.
    figure,
    /// The verdicts.
    verdicts,
    /// Every switch.
    all_switches,
    /// Beneath a frame: the way to the page itself.
    on_its_own,
    /// The state as a code for cameras.
    code,
    /// Where the address is too long for one.
    no_code,
    /// What a target does with it.
    hint_link,
    /// What a target does with it.
    hint_frame,
    /// What a target does with it.
    hint_markdown,
    /// What a target does with it.
    hint_zenn,
    /// What a target does with it.
    hint_qiita,
    /// What a target does with it.
    hint_hatena,
    /// What a target does with it.
    hint_notion,
    /// What a target does with it.
    hint_wordpress,
    /// What a target does with it.
    hint_mermaid,
}
