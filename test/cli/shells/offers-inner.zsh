# Read by offers.zsh in the inner shell: the Tab key prints what it would offer.
stty -echo -onlcr 2>/dev/null
autoload -U compinit && compinit -u -D
source "$1"
zle -C complete complete-word offers
bindkey '^I' complete
offers() {
  print -r -- BEGIN-OF-OFFERS
  _main_complete
  compstate[insert]='' compstate[list]=''
  print -r -- END-OF-OFFERS
}
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a hits
  builtin compadd -A hits "$@"
  print -rl -- $hits
  builtin compadd "$@"
}
