call personfirst#define_for_ale('html', 'html')
