/**
 * Answers that are found once and live as long as what they are about: a night asks the same of a policy for thousands of items. `Owner` is a value that
 * never changes, so that an answer about it stays true.
 */
export function recalled<Owner extends object, Asked, Answer>(): (owner: Owner, asked: Asked, find: (owner: Owner, asked: Asked) => Answer) => Answer {
  const owners = new WeakMap<Owner, Map<Asked, Answer>>();
  return (owner, asked, find) => {
    const answers = owners.get(owner);
    const known = answers?.get(asked);
    if (known !== undefined) return known;
    const found = find(owner, asked);
    if (answers === undefined) owners.set(owner, new Map([[asked, found]]));
    else answers.set(asked, found);
    return found;
  };
}
