/** What the page says, in English; every other language has the same entries. */
export default {};
