// Asks the device for a passkey and sends its answer with the form around the button. Loaded by the pages that offer one.

const optionsFor = { get: '/sign-in/passkey-options', create: '/account/passkey-options' };

async function ask(form) {
  const kind = form.dataset.passkey;
  const response = await fetch(optionsFor[kind], {
    method: 'POST',
    headers: { RequestVerificationToken: form.querySelector('[name=__RequestVerificationToken]').value },
  });
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  const options = await response.json();
  const credential = kind === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

const isAble = typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!isAble) continue;
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button[type=submit]'), refused = form.querySelector('[role=alert]');
    button.disabled = true;
    refused.hidden = true;
    try {
      form.querySelector('[name$=".CredentialJson"]').value = await ask(form);
      form.submit();
    } catch {
      refused.hidden = false;   // dismissed, no passkey for this site, or signed in too long ago
      button.disabled = false;
    }
  });
}
