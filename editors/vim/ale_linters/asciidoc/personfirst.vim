call personfirst#define_for_ale('asciidoc', 'asciidoc')
