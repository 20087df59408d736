import { TOOL } from '../../version.js';
import { DEFAULT_COMMAND } from '../commands/index.js';
import { type CompletionCommand, type CompletionOption, type CompletionWords, completionCommands } from './words.js';

/** Works as a file of the function path and when it is sourced. */
export const zshCompletion = (words: CompletionWords): string => {
  const commands = completionCommands(words);
  return `#compdef ${TOOL}
# zsh completion for ${TOOL}, written by: ${TOOL} completion zsh

_${TOOL}() {
  local curcontext=$curcontext command='' index
  local -a options
  for ((index = 2; index < CURRENT; index++)); do
    case $words[index] in
      --) return 1 ;;
      ${commands.map(({ name }) => name).join('|')})
        command=$words[index]
        words[index]=()
        ((CURRENT--))
        break
        ;;
    esac
  done
  case \${command:-${DEFAULT_COMMAND}} in
${commands.map(commandCase).join('\n')}
  esac
  if [[ -n $command ]]; then
    _arguments -s $options
  else
    _arguments -s $options '--version[Show the version]' '*: :_${TOOL}_commands'
  fi
}

_${TOOL}_commands() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  _describe -t commands command commands
}

if [[ $funcstack[1] == _${TOOL} ]]; then
  _${TOOL} "$@"
else
  compdef _${TOOL} ${TOOL}
fi
`;
};

const commandCase = (command: CompletionCommand): string => `    ${command.name})
      options=(
${command.options.map((option) => `        ${optionSpec(option)}`).join('\n')}
      )
${positional(command)}      ;;`;

/** Without a command a word may be one, so that it comes last and only where one was typed. */
const positional = ({ argument, words }: CompletionCommand): string => {
  if (argument === '') return '';
  const many = argument.endsWith('...') ? '*' : '1';
  const offers = words.length === 0 ? ' ' : `(${words.join(' ')})`;
  return `      [[ -n $command ]] && options+=(${quote(`${many}:${argument.replace(/[^A-Z]/g, '').toLowerCase()}:${offers}`)})\n`;
};

/** As `_arguments` wants it. */
const optionSpec = ({ long, short, describe, argument, optional, repeatable, offers }: CompletionOption): string => {
  const explained = `[${describe.replace(/[\\[\]:]/g, '\\$&')}]`;
  const value = argument === null ? '' : `${optional ? '::' : ':'}${argument.replaceAll(':', '\\:')}:${action(offers)}`;
  const sign = argument === null ? '' : optional ? '=-' : '=';
  if (short !== null) return `${quote(`(${short} ${long})`)}{${short},${long}}${quote(`${explained}${value}`)}`;
  return quote(`${repeatable ? '*' : ''}${long}${sign}${explained}${value}`);
};

const action = (offers: CompletionOption['offers']): string => {
  switch (offers.kind) {
    case 'nothing':
      return ' ';
    case 'files':
      return '_files';
    case 'words':
      return `(${offers.words.join(' ')})`;
    case 'list':
      return `_sequence compadd - ${offers.words.join(' ')}`;
  }
};

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
