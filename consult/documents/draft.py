"""An email that is ready to send but not sent: the address, the subject, a line of cover, and the document.

After the closing day there is no address, and the person writes in whom to send it to.

`X-Unsent: 1` makes mail programs that know it open the file as a new message. There is no sender, date or message
id: the person's own program adds those when the person sends it.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from consult.documents.model import Document
from consult.documents.naming import file_name
from consult.documents.word import render_docx


def render_eml(document: Document) -> bytes:
    """Return an .eml draft with the document attached as a Word file. The same document gives the same bytes.

    Raises `ValueError` for a document that is not meant to be sent.
    """
    sending = document.sending
    if sending is None:
        raise ValueError("this document has nowhere to be sent")
    attachment = render_docx(document)
    draft = EmailMessage(policy=SMTP)
    draft["X-Unsent"] = "1"
    if sending.to:
        draft["To"] = sending.to
    draft["Subject"] = sending.subject
    draft["Content-Language"] = document.language
    draft.set_content("\n\n".join(sending.message) + "\n")
    draft.add_attachment(
        attachment,
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
        filename=file_name(document),
    )
    # Python's own boundary is random; the content's digest parts as well and is always the same.
    draft.set_boundary(f"part-{sha256(attachment).hexdigest()[:32]}")
    return draft.as_bytes()
