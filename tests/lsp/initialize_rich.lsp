# A client that can do everything: UTF-8 is chosen, and diagnostics are asked for by the client.
-> {"id":1,"method":"initialize","params":{"processId":null,"rootUri":"file:///ws","capabilities":{
     "general":{"positionEncodings":["utf-16","utf-8","utf-32"]},
     "textDocument":{"diagnostic":{},"codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[]}},
       "dataSupport":true,"resolveSupport":{"properties":["edit"]}}},
     "notebookDocument":{"synchronization":{}}}}}
<- {
     "id":1,
     "result":{
       "capabilities":{
         "codeActionProvider":{"codeActionKinds":["quickfix","source.fixAll.personfirst"],"resolveProvider":true},
         "completionProvider":{"resolveProvider":false,"triggerCharacters":["\"","/"]},
         "diagnosticProvider":{
           "identifier":"personfirst",
           "interFileDependencies":false,
           "workDoneProgress":true,
           "workspaceDiagnostics":true
         },
         "documentLinkProvider":{"resolveProvider":false},
         "executeCommandProvider":{
           "commands":[
             "personfirst.lintWorkspace",
             "personfirst.restart",
             "personfirst.showRule",
             "personfirst.report",
             "personfirst.applyFix"
           ],
           "workDoneProgress":true
         },
         "hoverProvider":true,
         "notebookDocumentSync":{"notebookSelector":[{"cells":[{"language":"markdown"}]}]},
         "positionEncoding":"utf-8",
         "textDocumentSync":{"change":2,"openClose":true,"save":{"includeText":false}},
         "workspace":{"workspaceFolders":{"changeNotifications":true,"supported":true}}
       },
       "serverInfo":{"name":"personfirst-lsp","version":"{{*}}"}
     }
   }
