call personfirst#define_for_ale('text', 'plaintext')
