"""Words that page makers hang on elements (class, id, role) and words that furniture says, by family, many languages.

A family is one bit of a mask. The lists hold general words of the trade only; no site's own name is in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

HOOK_FAMILIES: Mapping[str, str] = {
    "content": "article articlebody story storybody storycontent entry content contents maincontent body bodytext text prose paragraph "
    "paragraphs copy richtext wysiwyg main texte contenu inhalt artikel artikeltext beitrag fliesstext nota noticia contenido cuerpo "
    "texto corpo conteudo materia testo articolo contenuto brodtext artikkel tekst artykul tresc haber icerik articlecontent entrycontent "
    "postcontent pagecontent articletext rte html markdown editor gutenberg",
    "post": "post posts blogpost hentry hnews singlepost single",
    "comment": "comment comments commentary commenter commentlist commento commenti kommentar kommentare kommentarer commentaire commentaires comentario "
    "comentarios disqus respond reply replies coral livefyre usercomment yorum reactie reacties reactions komentarze feedback",
    "forum": "thread threads forum topic answer answers question questions message messages discussion conversation postbody postcontent qa reply usertext",
    "related": "related recommend recommended recommendation recommendations recommends similar more also trending popular mostread mostpopular latest next "
    "readmore readnext suggest suggested suggestions outbrain taboola zergnet plista upnext connexe verwandt verwandte relacionado relacionados relacionadas "
    "correlati relaterade relatert aehnliche weiterlesen mehr seealso morefrom further prev previous older newer neighbours",
    "teaser": "teaser teasers promo promos card cards tile tiles carousel slider swiper slick rail river feed grid thumb thumbnail thumbnails preview snippet "
    "headlines bricks",
    "share": "share sharing shares sharebar sharetools social socials socialmedia facebook twitter whatsapp linkedin pinterest follow addthis addtoany sharedaddy "
    "teilen partager compartir condividi paylas delen dela",
    "newsletter": "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailing paywall abo abonnement abonnieren suscripcion suscribete "
    "register registration login signin account membership member piano regwall inscription",
    "navigation": "nav navbar navigation navi menu menus breadcrumb breadcrumbs pagination pager pagenav paging skip sitemap submenu topbar masthead toolbar tabs tab "
    "hamburger megamenu dropdown menue fil ariane brotkrumen subnav sidenav",
    "contents": "toc tableofcontents inhaltsverzeichnis sommaire jump anchor anchors",
    "header": "header head top pageheader siteheader kopf banner hero",
    "footer": "footer foot colophon bottom pagefooter sitefooter fuss pie",
    "legal": "copyright legal disclaimer imprint impressum terms license licence rights",
    "cookie": "cookie cookies consent gdpr privacy cmp didomi onetrust ccpa",
    "advert": "ad ads adv advert adverts advertisement advertising sponsor sponsored sponsors promoted adslot dfp gpt werbung anzeige publicite pub publicidad affiliate "
    "commercial native partner partners marketing campaign reklam annonce deal deals shop coupon donate donation",
    "sidebar": "sidebar sidebars aside secondary complementary widget widgets side rightcol leftcol rightrail siderail marginal plugin",
    "author": "author authors authorbox byline bylines bio biography contributor contributors writer autor autoren autora auteur autore profile avatar redakteur redactor vcard "
    "journalist reporter signature",
    "date": "date time timestamp datetime published publish pubdate datum dateline fecha data updated modified posted",
    "meta": "meta metadata info postmeta category categories kicker label eyebrow overline rubrik ressort rubrique section badge flag topline",
    "tags": "tag tags tagcloud topics keywords taxonomy stichworte schlagworte themen etiquetas temas mots sujets",
    "caption": "caption captions figcaption legende bildunterschrift bildtext pie leyenda didascalia",
    "media": "image images img photo photos picture pictures gallery figure media lightbox slideshow bild bilder foto fotos galerie",
    "credit": "credit credits copyright source fotograf photographer",
    "embed": "video videos player embed embedded audio podcast jwplayer brightcove tweet instagram youtube iframe playlist",
    "title": "title headline heading headings titre titel titulo titolo hed ueberschrift rubrik headlines",
    "lead": "standfirst lead lede dek deck summary intro introduction subtitle subheadline subhead subheading excerpt abstract chapeau vorspann sottotitolo description "
    "ingress entradilla bajada copete teasertext leadtext anreisser occhiello sommario subtitulo",
    "hidden": "hidden visuallyhidden invisible sr screenreader offscreen hide modal popup popover overlay tooltip dialog print noprint collapsed collapse lightbox toast",
    "box": "factbox infobox box callout pullquote pull quote blockquote highlight highlights keypoints takeaways faktenbox infokasten note notes panel accordion",
    "form": "search form input filter filters sort button buttons btn cta download select checkbox submit suche buscar recherche field",
    "product": "product products price prices sku spec specs specification specifications details review reviews rating ratings stars offer shipping cart basket buy stock variant",
    "listing": "list lists listing listings item items result results archive archives collection collections directory index catalog catalogue loop",
    "document": "doc docs documentation code api syntax reference manual example examples guide tutorial wiki readme mw",
    "notice": "alert notice warning error correction message notification announcement",
    "live": "live liveblog ticker update updates timeline",
    "author_note": "about aboutauthor contact kontakt contacto bios",
    "faq": "faq faqs qna",
    "app": "appbanner smartbanner appstore appstores googleplay apppromo appdownload",
}  # fmt: skip

TEXT_FAMILIES: Mapping[str, str] = {
    "comments": "comment comments comments: reply replies kommentar kommentare kommentieren antworten commentaire commentaires répondre comentario comentarios responder commenti "
    "rispondi kommentarer reacties reageer komentarze yorum yorumlar комментарии 评论 コメント respond",
    "related": "related recommended trending popular more also read similar latest further mehr weitere auch lesen verwandte ähnliche meistgelesen aussi lire articles suite "
    "plus lea más también relacionadas relacionados noticias leggi anche altri leia mais lees ook meer läs mer läs också czytaj także więcej devamı читайте также ещё "
    "関連 相关 next previous prev weiterlesen next: previous: artikel",
    "share": "share tweet facebook twitter whatsapp pinterest linkedin email e-mail mail print teilen drucken partager imprimer compartir imprimir condividi stampa "
    "delen dela udostępnij paylaş поделиться follow folgen suivez síguenos copy link instagram youtube telegram rss xing reddit",
    "newsletter": "newsletter newsletters subscribe subscribers subscription sign inbox abonnieren abonnement abo abonnez-vous abonné inscrivez-vous inscription suscríbete suscribirse iscriviti "
    "assine prenumerera abonneren login log register anmelden registrieren einloggen connexion connectez-vous account premium unlimited trial subscriber subscribe.",
    "legal": "copyright © ®  rights reserved privacy terms policy cookie cookies impressum datenschutz agb nutzungsbedingungen mentions légales confidentialité aviso legal privacidad "
    "disclaimer gdpr vorbehalten réservés reservados riservati imprint consent",
    "advert": "advertisement advertisement: advert anzeige werbung publicité publicidad pubblicità advertentie annons reklama sponsored promoted ad ads affiliate commission werbeanzeige "
    "annonce annonser advertise continua",
    "media": "photo photos image images picture video credit foto fotos bild bilder source: quelle: foto: photo: image: bild: getty reuters afp ap dpa epa archiv archivo crédit crédits shutterstock "
    "unsplash ©",
    "author": "by author author: von par por di written posted published redakteur reporter correspondent editor about über autor autorin contributor writer journalist",
    "menu": "home menu search contact about news login suche kontakt startseite accueil recherche inicio buscar contacto cerca help faq shop cart top back zurück skip "
    "toggle close open show hide view all see click hier ici here tags tags: topics themen categories filed category",
    "app": "app download android iphone ios play store install browser javascript enable aktivieren push notifications loading",
}  # fmt: skip

TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
HOOK_BITS: dict[str, int] = {}
TEXT_BITS: dict[str, int] = {}
for _families, _bits in ((HOOK_FAMILIES, HOOK_BITS), (TEXT_FAMILIES, TEXT_BITS)):
    for _number, _words in enumerate(_families.values()):
        for _word in _words.split():
            _bits[_word] = _bits.get(_word, 0) | 1 << _number


def hook_mask(hooks: str) -> int:
    """The families of an element's hook words: `postComments-list` is comment and listing."""
    mask = 0
    for token in TOKEN.findall(hooks):
        mask |= HOOK_BITS.get(token.lower(), 0)
    return mask


def text_mask(text: str) -> int:
    """The furniture families of a block's words."""
    mask = 0
    for token in text.casefold().split():
        mask |= TEXT_BITS.get(token, 0)
    return mask
