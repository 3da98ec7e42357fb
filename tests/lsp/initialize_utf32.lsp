# UTF-32 is for clients that offer nothing else.
-> {"id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{"general":{"positionEncodings":["utf-32"]}}}}
<- {
     "id":1,
     "result":{
       "capabilities":{
         "codeActionProvider":true,
         "completionProvider":{"resolveProvider":false,"triggerCharacters":["\"","/"]},
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
         "positionEncoding":"utf-32",
         "textDocumentSync":{"change":2,"openClose":true,"save":{"includeText":false}},
         "workspace":{"workspaceFolders":{"changeNotifications":true,"supported":true}}
       },
       "serverInfo":{"name":"personfirst-lsp","version":"{{*}}"}
     }
   }
