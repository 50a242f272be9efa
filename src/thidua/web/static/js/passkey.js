// Passkeys: asks the device for a key or a proof, puts the answer into the form and sends it.
// Markup: form[data-passkey="create|get|login"] with data-passkey-source (an element that holds
// JSON, or an address that answers JSON), [data-passkey-answer], [data-passkey-press],
// [data-passkey-trouble] with the sentences.
(() => {
  "use strict";

  const toBytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  };

  const toText = (buffer) => {
    const plain = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  const withBytes = (keys) => (keys || []).map((key) => ({ ...key, id: toBytes(key.id) }));

  const creation = (options) => ({
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
    // A passkey stays on the device and asks for finger, face or PIN: it replaces the password.
    authenticatorSelection: {
      ...options.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
  });

  const request = (options) => ({
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  });

  const answerOf = (key) => {
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    const response = {};
    for (const part of parts) {
      if (key.response[part]) response[part] = toText(key.response[part]);
    }
    if (key.response.getTransports) response.transports = key.response.getTransports();
    return {
      id: key.id,
      rawId: toText(key.rawId),
      type: key.type,
      authenticatorAttachment: key.authenticatorAttachment,
      clientExtensionResults: key.getClientExtensionResults(),
      response,
    };
  };

  const load = async (source) => {
    if (source.startsWith("#")) return JSON.parse(document.querySelector(source).textContent);
    const answer = await fetch(source, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new TypeError("no request");
    return answer.json();
  };

  const say = (form, kind) => {
    const place = form.querySelector("[data-passkey-trouble]");
    place.textContent = place.dataset[kind];
    place.hidden = false;
  };

  const run = async (form) => {
    let data;
    try {
      data = await load(form.dataset.passkeySource);
    } catch {
      return say(form, "failed");
    }
    try {
      const key = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: creation(data.creation_options.publicKey) })
        : await navigator.credentials.get({ publicKey: request(data.request_options.publicKey) });
      form.querySelector("[data-passkey-answer]").value = JSON.stringify(answerOf(key));
      form.submit();
    } catch {
      say(form, "refused");
    }
    return undefined;
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("[data-passkey-press]");
    button.addEventListener("click", async () => {
      if (!window.PublicKeyCredential) return say(form, "missing");
      button.disabled = true;
      await run(form);
      button.disabled = false;
      return undefined;
    });
  }
})();
