//! Starts `factlint lsp` in Zed: the program that the settings name, else the one on the PATH.

use zed_extension_api::{self as zed, settings::LspSettings, LanguageServerId, Result, Worktree};

const MISSING: &str = "factlint is not on the PATH: install it, or name it in the settings under lsp.factlint.binary.path";

struct Factlint;

impl zed::Extension for Factlint {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<zed::Command> {
        let binary = LspSettings::for_worktree(server.as_ref(), worktree)
            .ok()
            .and_then(|settings| settings.binary);
        let (path, arguments) =
            binary.map_or((None, None), |binary| (binary.path, binary.arguments));
        Ok(zed::Command {
            command: path.or_else(|| worktree.which("factlint")).ok_or(MISSING)?,
            args: arguments.unwrap_or_else(|| vec!["lsp".into()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?.settings;
        Ok(settings.map(|own| zed::serde_json::json!({ "factlint": own })))
    }
}

zed::register_extension!(Factlint);
