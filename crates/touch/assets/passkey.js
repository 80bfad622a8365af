// Passkeys: the browser makes and shows them, a plain form carries them. Without this file there is no button.
(() => {
  const forms = document.querySelectorAll("form[data-passkey]");
  if (!forms.length || !window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const show = (challenge) => navigator.credentials.get({
    publicKey: { challenge, userVerification: "required" },
  });
  const listed = (known) => known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));
  const make = (challenge, { member, name, site, known }) => navigator.credentials.create({
    publicKey: {
      challenge,
      rp: { name: site },
      user: { id: bytes(member), name, displayName: name },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      excludeCredentials: listed(known),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      attestation: "none",
    },
  });

  forms.forEach((form) => {
    const fields = form.elements;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      if (fields.client.value) return;
      event.preventDefault();
      try {
        const challenge = bytes(fields.challenge.value);
        const act = form.dataset.passkey === "make" ? make(challenge, form.dataset) : show(challenge);
        const { rawId, response } = await act;
        fields.credential.value = text(rawId);
        fields.client.value = text(response.clientDataJSON);
        fields.authenticator.value = text(response.authenticatorData || response.getAuthenticatorData());
        fields.handle.value = response.userHandle ? text(response.userHandle) : "";
        fields.signature.value = response.signature ? text(response.signature) : "";
        form.submit();
      } catch (refusal) {
        // A phone that has a passkey of this member already says so by this name.
        const why = refusal.name === "InvalidStateError" && form.querySelector("[data-has-one]");
        (why || form.querySelector("[data-refused]")).hidden = false;
      }
    });
  });
})();
