//! Where a state is handed on to, and what is pasted there. What each host takes is told in the hints.

use engine::words::Sharing;

/// Where a state goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Link,
    Frame,
    Markdown,
    Zenn,
    Qiita,
    Hatena,
    Notion,
    WordPress,
    Mermaid,
}

/// What is handed on.
pub(crate) struct Shared<'s> {
    /// The address, as it stands in a frame where the target makes one.
    pub(crate) address: &'s str,
    /// The address of the page itself.
    pub(crate) whole: &'s str,
    /// The lesson's title.
    pub(crate) title: &'s str,
    /// The words of a link to the page itself.
    pub(crate) on_its_own: &'s str,
    /// How high a frame is, in CSS pixels.
    pub(crate) height: u32,
    /// Path and verdicts as Mermaid text, where they may be told.
    pub(crate) diagram: Option<&'s str>,
}

impl Target {
    pub(crate) const ALL: [Target; 9] = [
        Target::Link,
        Target::Frame,
        Target::Markdown,
        Target::Zenn,
        Target::Qiita,
        Target::Hatena,
        Target::Notion,
        Target::WordPress,
        Target::Mermaid,
    ];

    /// What it is called; hosts have names of their own.
    pub(crate) fn name(self, texts: &Sharing) -> &'static str {
        match self {
            Target::Link => texts.link,
            Target::Frame => texts.frame,
            Target::Markdown => "Markdown",
            Target::Zenn => "Zenn",
            Target::Qiita => "Qiita",
            Target::Hatena => texts.hatena,
            Target::Notion => "Notion, NotionNext",
            Target::WordPress => "WordPress",
            Target::Mermaid => "Mermaid",
        }
    }

    /// What happens to it there.
    pub(crate) fn hint(self, texts: &Sharing) -> &'static str {
        match self {
            Target::Link => texts.hint_link,
            Target::Frame => texts.hint_frame,
            Target::Markdown => texts.hint_markdown,
            Target::Zenn => texts.hint_zenn,
            Target::Qiita => texts.hint_qiita,
            Target::Hatena => texts.hint_hatena,
            Target::Notion => texts.hint_notion,
            Target::WordPress => texts.hint_wordpress,
            Target::Mermaid => texts.hint_mermaid,
        }
    }

    /// Whether the page stands in a frame there; else a link leads to all of it.
    pub(crate) fn is_frame(self) -> bool {
        matches!(self, Target::Frame | Target::Hatena | Target::Notion | Target::WordPress)
    }

    /// Whether the height of the frame is written down.
    pub(crate) fn has_height(self) -> bool {
        self.is_frame() && self != Target::Notion
    }

    /// What is pasted there.
    pub(crate) fn snippet(self, shared: &Shared<'_>) -> String {
        let Shared { address, title, diagram, .. } = shared;
        match self {
            Target::Link | Target::Notion => (*address).to_owned(),
            Target::Frame => [&frame(shared), "\n", &beneath(shared)].concat(),
            Target::Hatena => frame(shared),
            Target::WordPress => ["<!-- wp:html -->\n", &frame(shared), "\n<!-- /wp:html -->"].concat(),
            Target::Markdown => ["[", &bracketed(title), "](", address, ")"].concat(),
            // A line of its own becomes a card.
            Target::Zenn | Target::Qiita => match diagram {
                Some(diagram) => [address, "\n\n", &fenced(diagram)].concat(),
                None => (*address).to_owned(),
            },
            Target::Mermaid => diagram.map_or_else(|| (*address).to_owned(), fenced),
        }
    }
}

fn frame(shared: &Shared<'_>) -> String {
    let Shared { address, title, height, .. } = shared;
    [
        "<iframe src=\"",
        &escaped(address),
        "\" title=\"",
        &escaped(title),
        "\" width=\"100%\" height=\"",
        &height.to_string(),
        "\" style=\"border:0\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups allow-downloads\" allow=\"fullscreen; clipboard-write\"></iframe>",
    ]
    .concat()
}

fn beneath(shared: &Shared<'_>) -> String {
    ["<p><a href=\"", &escaped(shared.whole), "\">", &escaped(shared.on_its_own), "</a></p>"].concat()
}

fn fenced(diagram: &str) -> String {
    ["```mermaid\n", diagram.trim_end(), "\n```\n"].concat()
}

/// As text and as an attribute of HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// As the words of a Markdown link.
fn bracketed(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(target: Target, diagram: Option<&str>, expect: &Expect) {
        let shared = Shared {
            address: "https://vpc.example/#s=1.A&lang=en",
            whole: "https://vpc.example/",
            title: "A \"VPC\" [1] & <more>",
            on_its_own: "Open",
            height: 480,
            diagram,
        };
        expect.assert_eq(&target.snippet(&shared));
    }

    #[test]
    fn a_link_is_the_address() {
        check(Target::Link, None, &expect!["https://vpc.example/#s=1.A&lang=en"]);
        check(Target::Notion, None, &expect!["https://vpc.example/#s=1.A&lang=en"]);
    }

    #[test]
    fn a_frame_is_safe_html_with_a_link_beneath() {
        check(
            Target::Frame,
            None,
            &expect![[r#"
                <iframe src="https://vpc.example/#s=1.A&amp;lang=en" title="A &quot;VPC&quot; [1] &amp; &lt;more>" width="100%" height="480" style="border:0" loading="lazy" sandbox="allow-scripts allow-popups allow-downloads" allow="fullscreen; clipboard-write"></iframe>
                <p><a href="https://vpc.example/">Open</a></p>"#]],
        );
    }

    #[test]
    fn wordpress_gets_a_block() {
        let shared =
            Shared { address: "a", whole: "a", title: "t", on_its_own: "o", height: 520, diagram: None };
        let block = Target::WordPress.snippet(&shared);
        assert!(block.starts_with("<!-- wp:html -->\n<iframe src=\"a\""), "{block}");
        assert!(block.ends_with("</iframe>\n<!-- /wp:html -->"), "{block}");
    }

    #[test]
    fn markdown_keeps_its_brackets() {
        check(
            Target::Markdown,
            None,
            &expect![[r#"[A "VPC" \[1\] & <more>](https://vpc.example/#s=1.A&lang=en)"#]],
        );
    }

    #[test]
    fn a_card_is_followed_by_the_diagram_where_it_may_be_told() {
        check(
            Target::Zenn,
            Some("flowchart LR\n"),
            &expect![[r#"
                https://vpc.example/#s=1.A&lang=en

                ```mermaid
                flowchart LR
                ```
            "#]],
        );
        check(Target::Qiita, None, &expect!["https://vpc.example/#s=1.A&lang=en"]);
    }
}
