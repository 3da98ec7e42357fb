call personfirst#define_for_ale('markdown', 'markdown')
