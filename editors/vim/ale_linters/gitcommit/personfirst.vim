call personfirst#define_for_ale('gitcommit', 'git-commit')
