import { TOOL } from '../../version.js';
import { DEFAULT_COMMAND } from '../commands/index.js';
import { type CompletionCommand, type CompletionOption, type CompletionWords, completionCommands } from './words.js';

export const fishCompletion = (words: CompletionWords): string => {
  const commands = completionCommands(words);
  return `# fish completion for ${TOOL}, written by: ${TOOL} completion fish

function __matrix_discovery_command
    for word in (commandline -opc)[2..-1]
        if contains -- $word ${commands.map(({ name }) => name).join(' ')}
            echo $word
            return
        end
    end
    return 1
end

function __matrix_discovery_given
    contains -- $argv[1] (__matrix_discovery_command)
end

function __matrix_discovery_is
    set -l command (__matrix_discovery_command)
    or set command ${DEFAULT_COMMAND}
    test $command = $argv[1]
end

# Words with commas between them: the last one is completed.
function __matrix_discovery_list
    set -l before (string replace -r '^--[a-z-]+=' '' -- (commandline -ct) | string replace -r '[^,]*$' '')
    printf '%s\\n' "$before"$argv
end

complete -c ${TOOL} -f
complete -c ${TOOL} -n 'not __matrix_discovery_command' -l version -d 'Show the version'
${commands.flatMap(commandLines).join('\n')}
`;
};

const commandLines = ({ name, summary, words, options }: CompletionCommand): readonly string[] => [
  `complete -c ${TOOL} -n 'not __matrix_discovery_command' -a ${name} -d ${quote(summary)}`,
  ...(words.length === 0
    ? []
    : [`complete -c ${TOOL} -n '__matrix_discovery_given ${name}' -a ${quote(words.join(' '))}`]),
  ...options.map((option) => `complete -c ${TOOL} -n '__matrix_discovery_is ${name}' ${optionWords(option)}`),
];

const optionWords = ({ long, short, describe, argument, optional, offers }: CompletionOption): string =>
  [
    ...(short === null ? [] : [`-s ${short.slice(1)}`]),
    `-l ${long.slice(2)}`,
    ...(argument === null || optional ? [] : [offer(offers)]),
    `-d ${quote(describe)}`,
  ].join(' ');

const offer = (offers: CompletionOption['offers']): string => {
  switch (offers.kind) {
    case 'nothing':
      return '-x';
    case 'files':
      return '-r -F';
    case 'words':
      return `-x -a ${quote(offers.words.join(' '))}`;
    case 'list':
      return `-x -a ${quote(`(__matrix_discovery_list ${offers.words.join(' ')})`)}`;
  }
};

const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
