/** After all tests: what tests/temporary.cjs made goes, with all that tests left in it. */
module.exports = async () => { globalThis.removeTemporary(); };
