# Hover, code actions, links and completion go to the document, wherever it is in its life.
start {"capabilities":{"textDocument":{"hover":{"contentFormat":["plaintext"]},"codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}},"isPreferredSupport":true}},"workspace":{"workspaceEdit":{"documentChanges":true}}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
-> {"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///ws/a.md"},"position":{"line":0,"character":4}}}
<- {
     "id":1,
     "result":{
       "contents":{
         "kind":"plaintext",
         "value":"{{*}}"
       },
       "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}}
     }
   }
-> {"id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///ws/a.md"},"position":{"line":0,"character":0}}}
<- {"id":2,"result":null}
-> {"id":3,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"file:///ws/a.md"},"range":{"start":{"line":0,"character":4},"end":{"line":0,"character":4}},"context":{"diagnostics":[],"only":["quickfix"]}}}
<- {
     "id":3,
     "result":[
       {
         "diagnostics":[
           {
             "code":"people/addict",
             "message":"{{*}}",
             "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
             "severity":1,
             "source":"personfirst"
           }
         ],
         "edit":{
           "documentChanges":[
             {
               "edits":[
                 {
                   "newText":"{{*}}",
                   "range":{"end":{"character":9,"line":0},"start":{"character":0,"line":0}}
                 }
               ],
               "textDocument":{"uri":"file:///ws/a.md","version":1}
             }
           ]
         },
         "kind":"quickfix",
         "title":"{{*}}"
       },
       {
         "diagnostics":[
           {
             "code":"people/addict",
             "message":"{{*}}",
             "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
             "severity":1,
             "source":"personfirst"
           }
         ],
         "edit":{
           "documentChanges":[
             {
               "edits":[
                 {
                   "newText":"{{*}}",
                   "range":{"end":{"character":9,"line":0},"start":{"character":0,"line":0}}
                 }
               ],
               "textDocument":{"uri":"file:///ws/a.md","version":1}
             }
           ]
         },
         "kind":"quickfix",
         "title":"{{*}}"
       },
       {
         "diagnostics":[
           {
             "code":"people/addict",
             "message":"{{*}}",
             "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
             "severity":1,
             "source":"personfirst"
           }
         ],
         "edit":{
           "documentChanges":[
             {
               "edits":[
                 {
                   "newText":"{{*}}",
                   "range":{"end":{"character":9,"line":0},"start":{"character":0,"line":0}}
                 }
               ],
               "textDocument":{"uri":"file:///ws/a.md","version":1}
             }
           ]
         },
         "kind":"quickfix",
         "title":"{{*}}"
       },
       {
         "diagnostics":[
           {
             "code":"people/addict",
             "message":"{{*}}",
             "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
             "severity":1,
             "source":"personfirst"
           }
         ],
         "edit":{
           "documentChanges":[
             {
               "edits":[
                 {
                   "newText":"<!-- personfirst-disable-next-line people/addict -->\n",
                   "range":{"end":{"character":0,"line":0},"start":{"character":0,"line":0}}
                 }
               ],
               "textDocument":{"uri":"file:///ws/a.md","version":1}
             }
           ]
         },
         "kind":"quickfix",
         "title":"Ignore “addict” here"
       },
       {
         "command":{
           "arguments":["people/addict"],
           "command":"personfirst.showRule",
           "title":"Explain “people/addict”"
         },
         "diagnostics":[
           {
             "code":"people/addict",
             "message":"{{*}}",
             "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
             "severity":1,
             "source":"personfirst"
           }
         ],
         "kind":"quickfix",
         "title":"Explain “people/addict”"
       }
     ]
   }
-> {"id":4,"method":"textDocument/documentLink","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
<- {"id":4,"result":[]}
-> {"id":5,"method":"textDocument/completion","params":{"textDocument":{"uri":"file:///ws/a.md"},"position":{"line":0,"character":4}}}
<- {"id":5,"result":null}
-> {"id":6,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///ws/a.md"},"position":"here"}}
<- {"id":6,"result":null}
-> {"id":7,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///ws/closed.md"},"position":{"line":0,"character":0}}}
<- {"id":7,"result":null}
-> {"id":8,"method":"codeAction/resolve","params":{"title":"Somebody else's"}}
<- {"id":8,"result":{"title":"Somebody else's"}}
