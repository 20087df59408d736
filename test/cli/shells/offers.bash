# bash offers.bash SCRIPT WORD...: what bash offers for the last of the words, split as readline splits them; a word a line.
source "$1"
shift
complete -p matrix-discovery >/dev/null || exit 1
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_matrix_discovery
printf '%s\n' "${COMPREPLY[@]}"
