// Starts `zmodel lsp` for the model files that are open, and stops it with the window.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const command = workspace.getConfiguration("zmodel").get("command");
  const server = { command, args: ["lsp"] }; // over standard input and output
  const documents = [{ scheme: "file", language: "zmodel" }];
  client = new LanguageClient("zmodel", "zmodel", server, { documentSelector: documents });
  return client.start();
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
