// What html-validate asks of every public page. Each rule that is off has its reason.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The framework writes open="open" and closes the hidden inputs of its tokens: valid, only not the shortest form.
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    // Two filters of a list share a name on purpose; the server reads them in their order.
    'form-dup-name': 'off',
    // A title ends with the official name of the body, which is as long as the law made it.
    'long-title': 'off',
    // Ends of lines come from templates and are compressed away.
    'no-trailing-whitespace': 'off',
    // The stylesheet keeps a telephone number on one line; in the text it stays as one types it.
    'tel-non-breaking': 'off',
  },
};
