//! Handing a state on.

use crate::words::Sharing;

static SHARING: Sharing = Sharing {
    share: "Share",
    target: "Where to",
    looks: "How readers see it",
    snippet: "Copy and paste",
    preview: "Preview",
    no_preview: "There is no preview here. Open the link to see the page as readers will.",
    not_published: "This page was opened from a disk, so the address works on this computer only. Open it from a site to share it.",
    link: "Link",
    frame: "HTML (iframe)",
    hatena: "Hatena Blog",
    height: "Height (px)",
    lang: "Language",
    theme: "Colours",
    embed: "Size",
    mode: "Part of the lesson",
    lock: "Locked switches",
    hide: "Hidden parts",
    readers_own: "as the reader has it",
    full: "everything",
    compact: "diagram and verdicts, switches behind a button",
    figure: "diagram and verdicts",
    verdicts: "Verdicts, until the reader asks for them",
    all_switches: "all of them",
    on_its_own: "Open the diagram on a page of its own",
    code: "QR code",
    no_code: "This address is too long for a QR code.",
    hint_link: "Opens exactly this state.",
    hint_frame: "For any page whose HTML you write. The line below the frame is for feeds, mail and paper.",
    hint_markdown: "For READMEs, issues and notes.",
    hint_zenn: "Zenn shows no frames of its authors' choice. It turns the link into a card and draws the Mermaid text.",
    hint_qiita: "Qiita shows frames of a few sites only. It turns the link into a card and draws the Mermaid text.",
    hint_hatena: "Paste it in HTML mode. The height stays as you set it.",
    hint_notion: "Paste it as an embed (/embed). NotionNext takes the same address. Drag the frame to the height you like.",
    hint_wordpress: "Paste it into the code editor, or as a Custom HTML block.",
    hint_mermaid: "Path and verdicts as text that GitHub, Zenn and Qiita draw.",
};

pub(in crate::words) fn sharing() -> &'static Sharing {
    &SHARING
}
