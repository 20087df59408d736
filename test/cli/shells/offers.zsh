# zsh -f offers.zsh SCRIPT LINE: what zsh offers at the end of the line, in a terminal of its own; a word a line.
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner "PS1= PROMPT_EOL_MARK=; source ${(q)0:A:h}/offers-inner.zsh ${(q)1}; print -r -- RE''ADY"
zpty -r inner seen '*READY*'
zpty -w -n inner "$2"$'\t'
zpty -r inner seen '*END-OF-OFFERS*'
print -r -- "${${${seen//$'\r'/}##*BEGIN-OF-OFFERS$'\n'}%%END-OF-OFFERS*}"
zpty -d inner
