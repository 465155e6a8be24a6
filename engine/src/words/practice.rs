//! Texts of the practice and of the comparison without arguments.

use super::ui::texts;

texts! {
    /// Texts of the practice and of the comparison without arguments; one value per language, so a missing one does not compile.
    Practice;

    // ---- practice --------------------------------------------------------------------------------------------------
    /// What the place is for.
    intro,
    /// Before the state that is taken along.
    this_state,
    /// The state is no option and not the base.
    own_mix,
    /// The base state.
    base,
    /// Heading.
    template,
    /// What the template is.
    template_is,
    /// Copies it.
    copy,
    /// It was copied.
    copied,
    /// It could not be copied.
    not_copied,
    /// Saves it as a file.
    download,
    /// Opens its text.
    show_template,
    /// Heading.
    commands,
    /// What the commands are.
    commands_are,
    /// Typed on one's own machine.
    on_yours,
    /// Typed in the notebook.
    in_the_notebook,
    /// It costs money.
    costs,
    /// What costs besides what is counted.
    costs_besides,
    /// Take it away again.
    clean_up_in_time,
    /// What comes of it.
    expect,
    /// The way the name resolves.
    expect_addresses,
    /// No packet gets out.
    expect_no_way_out,
    /// A packet gets out.
    expect_way_out,
    /// pip past the repository has no way.
    expect_no_public_index,
    /// The token's life.
    token_expires,

    // ---- what each is for ------------------------------------------------------------------------------------------
    /// Builds everything.
    deploy,
    /// Opens the notebook.
    open,
    /// Gets a token.
    log_in,
    /// Installs.
    install,
    /// Installs from Git.
    install_git,
    /// Looks a name up.
    resolve,
    /// Tries to get out.
    leave,
    /// Past the repository.
    public_index,
    /// The bucket's name.
    bucket,
    /// Reads the data.
    read,
    /// Calls the service.
    call,
    /// Takes everything away.
    clean_up,

    // ---- take one away ---------------------------------------------------------------------------------------------
    /// Heading.
    take_away,
    /// What the table is.
    take_away_is,
    /// Column.
    without,
    /// Column.
    breaks,
    /// Column.
    at_step,
    /// Column.
    seen,
    /// Nothing asked here rests on it.
    nothing_breaks,
    /// Looks at the state without it.
    look,
    /// Nothing holds that could break.
    nothing_holds,

    // ---- compare ---------------------------------------------------------------------------------------------------
    /// Heading.
    compare,
    /// What to look for.
    compare_is,
    /// Legend of the choice of states.
    compared,
    /// The reader's own state.
    present_state,
    /// Row heading column.
    requirement,
    /// Where two to four are needed.
    two_to_four,
    /// The question about all of them.
    one_idea,
    /// Its answer, opened by the reader.
    one_idea_hint,
    /// Looks at a state in the explorer.
    open_in_explorer,
    /// Which path the pictures show.
    paths_of,
}
