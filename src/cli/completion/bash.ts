import { TOOL } from '../../version.js';
import { DEFAULT_COMMAND } from '../commands/index.js';
import { type CompletionCommand, type CompletionOption, type CompletionWords, completionCommands } from './words.js';

/** Plain enough for the bash 3.2 of macOS, and needs no other package. */
export const bashCompletion = (words: CompletionWords): string => {
  const commands = completionCommands(words);
  const names = commands.map(({ name }) => name);
  const options = new Map(
    commands.flatMap((command) => command.options.map((option) => [option.long, option] as const)),
  );
  return `# bash completion for ${TOOL}, written by: ${TOOL} completion bash

_matrix_discovery() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command='' index
  # bash takes the = of --color=never for a word.
  if [[ $current == = ]]; then
    current=''
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      --) return ;;
      ${names.join(' | ')}) [[ -n $command ]] || command=\${COMP_WORDS[index]} ;;
    esac
  done
  case $previous in
${[...options.values()]
  .filter(({ argument, optional }) => argument !== null && !optional)
  .map(valueCase)
  .join('\n')}
  esac
  case \${command:-${DEFAULT_COMMAND}} in
${commands
  .map(
    (command) => `    ${command.name})
      if [[ $current == -* ]]; then
        _matrix_discovery_offer '${command.options.flatMap(optionWords).join(' ')}'${wordsOffer(command)}
      fi
      ;;`,
  )
  .join('\n')}
  esac
  if [[ -z $command && $current != -* ]]; then _matrix_discovery_offer '${names.join(' ')}'; fi
  if [[ -z $command && $current == --v* ]]; then COMPREPLY+=($(compgen -W --version -- "$current")); fi
}

_matrix_discovery_offer() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}

# Words with commas between them: the last one is completed.
_matrix_discovery_offer_list() {
  local before=''
  [[ $current == *,* ]] && before=\${current%,*},
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "\${current##*,}"))
  compopt -o nospace 2>/dev/null
}

_matrix_discovery_offer_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$current"))
  compopt -o filenames 2>/dev/null
}

complete -F _matrix_discovery ${TOOL}
`;
};

const wordsOffer = ({ words }: CompletionCommand): string =>
  words.length === 0
    ? ''
    : `
      elif [[ -n $command ]]; then
        _matrix_discovery_offer '${words.join(' ')}'`;

const valueCase = ({ long, offers }: CompletionOption): string => `    ${long}) ${offer(offers)}return ;;`;

const offer = (offers: CompletionOption['offers']): string => {
  switch (offers.kind) {
    case 'nothing':
      return '';
    case 'files':
      return '_matrix_discovery_offer_files; ';
    case 'words':
      return `_matrix_discovery_offer '${offers.words.join(' ')}'; `;
    case 'list':
      return `_matrix_discovery_offer_list '${offers.words.join(' ')}'; `;
  }
};

const optionWords = ({ long, short }: CompletionOption): readonly string[] => (short === null ? [long] : [short, long]);
