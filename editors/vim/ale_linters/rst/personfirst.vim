call personfirst#define_for_ale('rst', 'restructuredtext')
