call personfirst#define_for_ale('tex', 'latex')
