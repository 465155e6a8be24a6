//! Texts of the interface without arguments.

/// Texts without arguments; one value per language, so a missing one does not compile.
macro_rules! texts {
    ($(#[doc = $what:literal])* $name:ident; $( $(#[doc = $doc:literal])* $field:ident, )*) => {
        $(#[doc = $what])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name { $( $(#[doc = $doc])* pub $field: &'static str, )* }

        impl $name {
            /// Every text with its field's name.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![ $( (stringify!($field), self.$field), )* ]
            }
        }
    };
}

pub(super) use texts;

texts! {
    /// Texts of the interface without arguments; one value per language, so a missing one does not compile.
    Ui;

    // ---- frame of the page -----------------------------------------------------------------------------------------
    /// The product's name.
    app_name,
    /// What it is, in one line (description of the page).
    tagline,
    /// Link past the head of the page.
    skip_to_verdicts,
    /// Name of the language switch.
    language,
    /// Name of the tool bar.
    tools,
    /// Undo the last change.
    undo,
    /// Do it again.
    redo,
    /// Back to the lesson's first state.
    reset,
    /// The last change was undone.
    undone,
    /// It was done again.
    redone,
    /// The first state is back.
    was_reset,
    /// Copy a link to this state.
    copy_link,
    /// The link is on the clipboard.
    link_copied,
    /// The clipboard refused; the link is in the address bar.
    link_not_copied,
    /// Name of the theme choice.
    theme,
    /// As the device says.
    theme_auto,
    /// Light.
    theme_light,
    /// Dark.
    theme_dark,
    /// Close something.
    close,

    // ---- question, options, switches -------------------------------------------------------------------------------
    /// Heading of the question.
    question,
    /// Heading of the options.
    options,
    /// Said beside an option whose parameters are in effect.
    option_chosen,
    /// The invitation of the first minute.
    invitation,
    /// Heading of the switches.
    switches,
    /// Folds the further switches away.
    fewer_switches,
    /// A switch's state.
    on,
    /// A switch's state.
    off,
    /// A group of parameters is partly on.
    partly_on,
    /// A component's state in the diagram's key and names.
    switched_off,

    // ---- diagram ---------------------------------------------------------------------------------------------------
    /// Heading of the diagram.
    diagram,
    /// Frame.
    aws_cloud,
    /// Frame.
    outside_aws,
    /// Frame.
    vpc,
    /// Frame.
    public_subnet,
    /// Frame.
    private_subnet,
    /// The internet.
    internet,
    /// The Python Package Index.
    pypi,
    /// On the edge of a subnet.
    route_table,
    /// On the edge of a subnet.
    network_acl,
    /// On the edge of a subnet: the ACL AWS makes with the VPC.
    default_acl,
    /// On the edge of a subnet: the route table AWS makes with the VPC.
    main_route_table,
    /// Beside a line that a service draws on its own side.
    own_side,
    /// Mark at the end of a leak.
    leaves_the_vpc,
    /// Mark at a stop.
    stopped_here,
    /// The way back.
    way_back,
    /// Before the name of the path that is drawn.
    path_shown,
    /// No path is drawn.
    no_path,
    /// Previous step of the path.
    previous_step,
    /// Next step of the path.
    next_step,
    /// Show the picture.
    as_picture,
    /// Show the same as lists and tables.
    as_list,
    /// How the diagram is used with keys and pointer.
    diagram_help,

    // ---- the list view of the diagram ------------------------------------------------------------------------------
    /// Heading of the components.
    components,
    /// Heading of the path.
    path,
    /// Column.
    column_component,
    /// Column.
    column_kind,
    /// Column.
    column_where,
    /// Column.
    column_state,

    // ---- requirements and why --------------------------------------------------------------------------------------
    /// Heading of the requirements.
    requirements,
    /// Opens a card.
    why,
    /// Heading of a journey's steps.
    steps,
    /// Heading of a path's hops.
    hops,
    /// Before the rule that decided.
    rule,
    /// Before the packet held against it.
    packet,
    /// Where no rule matched.
    no_rule,
    /// Before AWS Reachability Analyzer's or our own code.
    code,
    /// Said where the code is AWS's own name.
    code_is_aws,
    /// Before the place in the template.
    template_line,
    /// Before the witness packet.
    example_packet,
    /// Before what works of a partial verdict.
    what_works,
    /// Heading of the notes.
    notes,
    /// Show this requirement's path on the diagram.
    show_path,
    /// Its path is the one shown.
    path_is_shown,

    // ---- explanations ----------------------------------------------------------------------------------------------
    /// Heading: what suffices for the verdict.
    causes,
    /// Heading: what would make it hold.
    fixes,
    /// No fix is known.
    no_fix,
    /// Applies a fix.
    apply_fix,
    /// Heading: everything on the way that has to change.
    blocked_path,
    /// Heading: what would break what holds.
    what_would_break,
    /// Heading: what a change did.
    what_changed,
    /// Heading: rules and what rests on them.
    rules_that_matter,
    /// Said of a rule on which nothing rests.
    rule_is_idle,
    /// Before the rules that leave another one nothing.
    rule_is_covered,
    /// Heading: all configurations of the switches.
    all_configurations,
    /// Before the switches that change nothing.
    idle_switches,
    /// Before the command that asks AWS the same.
    ask_aws,

    // ---- limits and sources ----------------------------------------------------------------------------------------
    /// Heading.
    not_modelled,
    /// Nothing in the template is left out.
    all_modelled,
    /// Heading.
    sources,
    /// Heading of the template's text.
    template,
    /// Who we are not.
    not_affiliated,

    // ---- keys ------------------------------------------------------------------------------------------------------
    /// Heading.
    keyboard,
    /// What Ctrl+Z does.
    key_undo,
    /// What Ctrl+Shift+Z does.
    key_redo,
    /// What the arrow keys do on the path.
    key_steps,
    /// What space and Enter do on a switch.
    key_switch,

    // ---- loading, failing ------------------------------------------------------------------------------------------
    /// While the page loads.
    loading,
    /// Without JavaScript: what is shown all the same, and what is not possible.
    needs_javascript,
    /// Heading of the page after a crash.
    crashed,
    /// What to do about it.
    crashed_help,
    /// Before the technical message.
    what_happened,
    /// Begin again with the same state.
    start_again,
    /// Begin again with the lesson's first state.
    start_over,
    /// The lesson's files cannot be read.
    lesson_broken,
}
