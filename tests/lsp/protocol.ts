import * as lsp from 'vscode-languageserver-protocol';

/** What the server sends, by method: results of requests, parameters of its own messages. */
export interface Server {
  'initialize': lsp.InitializeResult;
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'textDocument/diagnostic': lsp.DocumentDiagnosticReport;
  'textDocument/codeAction': lsp.CodeAction[];
  'textDocument/hover': lsp.Hover | null;
  'textDocument/documentSymbol': lsp.DocumentSymbol[];
  'textDocument/foldingRange': lsp.FoldingRange[];
  'textDocument/codeLens': lsp.CodeLens[];
  'textDocument/completion': lsp.CompletionItem[];
  'client/registerCapability': lsp.RegistrationParams;
  'window/showDocument': lsp.ShowDocumentParams;
  'window/logMessage': lsp.LogMessageParams;
}
