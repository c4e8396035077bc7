import { expect } from 'chai';
import { languageIn } from '../../services/cli/language.ts';
import { commandLine } from '../../services/cli/main.ts';

describe('help of the command line', () => {
  it('says everything in Bokmål, and everything in English', async () => {
    const [nb, en] = await Promise.all([commandLine('nb'), commandLine('en')]);
    expect(nb.description()).not.to.equal(en.description());
    for (const [index, command] of nb.commands.entries()) {
      const english = en.commands[index];
      const said = [command, ...command.options, ...command.registeredArguments].map(textOf);
      const inEnglish = [english, ...english.options, ...english.registeredArguments].map(textOf);
      for (const [place, text] of said.entries()) {
        expect(text, `${command.name()} ${place}`).not.to.equal('');
        // Names of analyses are the same in both.
        if (!text.includes('conflict-check')) expect(text, command.name()).not.to.equal(inEnglish[place]);
      }
      expect(command.helpInformation())
        .to.match(/^Bruk: .*\[valg\]/)
        .and.not.match(/Usage|Options:|default:|choices:|display/);
      expect(english.helpInformation()).to.match(/^Usage: .*\[options\]/);
    }
  });

  it('takes the language from the words before they are understood', () => {
    expect(languageIn(['check', '--lang', 'en', '--help'])).to.equal('en');
    expect(languageIn(['check', '--lang=nb'])).to.equal('nb');
  });
});

/** Of a command, an option or an argument. */
const textOf = (one: { description: string | (() => string) }): string =>
  typeof one.description === 'string' ? one.description : one.description();
