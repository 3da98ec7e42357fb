// Tells Zed how to start personfirst-lsp: the program that its settings name, else the one on the PATH.
use zed_extension_api::{self as zed, serde_json, settings::LspSettings, LanguageServerId, Result, Worktree};

struct Personfirst;

impl zed::Extension for Personfirst {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, server: &LanguageServerId, worktree: &Worktree) -> Result<zed::Command> {
        let binary = LspSettings::for_worktree(server.as_ref(), worktree)?.binary;
        let chosen = binary.as_ref().and_then(|binary| binary.path.clone());
        let command = chosen
            .or_else(|| worktree.which("personfirst-lsp"))
            .ok_or("personfirst-lsp is not on the PATH, and the settings (lsp.personfirst.binary.path) name no other")?;
        let args = binary.and_then(|binary| binary.arguments).unwrap_or_else(|| vec!["--stdio".to_string()]);
        Ok(zed::Command { command, args, env: worktree.shell_env() })
    }

    // The server asks for the section "personfirst".
    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?.settings;
        Ok(settings.map(|settings| serde_json::json!({ "personfirst": settings })))
    }
}

zed::register_extension!(Personfirst);
