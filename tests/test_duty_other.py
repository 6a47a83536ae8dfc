"""Rules of buying, switching, software, secrecy or training bind hosts and are none of the 32 duties; words they share with one name none."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from tests.test_duty_parts import laid

NONE_OF_THEM = (
    ("en", "The online platform shall offer users portability of the data they have stored with it."),
    ("en", "The online platform shall not force its identification service on business users."),
    ("en", "The online platform shall provide users with tools to block other users."),
    ("de", "Die Online-Plattform darf gewerbliche Nutzer nicht daran hindern, die Ware anderswo zu anderen Preisen anzubieten."),
    ("de", "Die Online-Plattform hat dem Kunden Mittel bereitzustellen, mit denen er Eingabefehler berichtigen kann."),
    ("fr", "Les plateformes en ligne sont tenues au secret professionnel quant aux données qui leur sont remises."),
    ("fr", "Les plateformes en ligne assurent la portabilité des données que l'utilisateur leur a fournies."),
    ("es", "Las plataformas en línea informarán de forma permanente, fácil, directa y gratuita sobre los virus informáticos."),
    ("es", "Las plataformas en línea facilitarán la portabilidad de los datos del usuario."),
    ("it", "Le piattaforme online accusano ricevuta dell'ordine del destinatario."),
    ("pt", "As plataformas em linha asseguram a portabilidade dos dados do utilizador."),
    ("en", "The online platform shall make publicly available the recall of the unsafe product."),
    ("fr", "La plateforme en ligne met à la disposition du public des informations sur les produits illégaux."),
    ("es", "La plataforma en línea no exigirá la inscripción del comprador en otro servicio."),
    ("pt", "As plataformas em linha devem manter sigilo sobre os dados recebidos."),
)  # fmt: skip
NAMED = (
    ("en", "The online platform shall offer parental controls that suit the age of the child.", "mitigation_duty_of_care"),
    ("es", "Las plataformas en línea ofrecerán sistemas de control parental.", "mitigation_duty_of_care"),
    ("en", "The online platform shall take steps to secure the removal of the recording within 24 hours after it was served with the notice.", "removal_timeframe"),
    ("en", "The online platform shall provide an easy way for users to report to that platform posts which break this Act.", "notice_and_action"),
    ("en", "It shall be unlawful for an online platform to provide an addictive feed to a minor.", "recommender"),
    ("de", "Die Online-Plattform hat zur Finanzierung der Aufsicht einen jährlichen Beitrag an die Behörde zu entrichten.", "fees_registration"),
    ("de", "Die Online-Plattform hat die Einsichtnahme in ihre Geschäftsräume zu dulden.", "orders_compliance"),
    ("fr", "La plateforme en ligne communique à l'autorité, à sa demande, les pièces utiles.", "orders_compliance"),
    ("es", "Las plataformas en línea no podrán suspender cuentas en razón de la opinión política del usuario.", "must_carry_nondiscrimination"),
    ("es", "La plataforma en línea dirá al usuario afectado la norma infringida.", "statement_of_reasons"),
    ("fr", "Les plateformes en ligne suspendent, après avertissement, le traitement des signalements de ceux qui en abusent.", "misuse_suspension"),
    ("fr", "Les plateformes en ligne publient la moyenne mensuelle des utilisateurs.", "user_numbers"),
    ("es", "Las plataformas en línea cumplirán lo ordenado por el juez.", "orders_compliance"),
    ("es", "Las plataformas en línea expondrán los motivos de su decisión al comerciante.", "statement_of_reasons"),
    ("it", "La piattaforma online assicura la parità di trattamento delle opere.", "must_carry_nondiscrimination"),
    ("pt", "As plataformas em linha adotam medidas de prevenção.", "mitigation_duty_of_care"),
    ("pt", "As plataformas em linha descrevem os principais parâmetros da ordem dos resultados.", "recommender"),
    ("pt", "O conteúdo das comunicações dos utilizadores será conservado pelas plataformas em linha.", "data_retention_disclosure"),
)  # fmt: skip


SPOKEN_OF = (
    ("en", "The online platform shall tell its customers how they can preserve data.", "other"),
    ("de", "Die Online-Plattform hat ihre Kunden über das Aufbewahren von Daten aufzuklären.", "other"),
    ("es", "Las plataformas en línea advertirán a sus clientes de los filtros que detectan contenidos.", "other"),
    ("en", "The online platform shall describe in its terms of use by which age verification it verifies the age of users.", "terms_rules"),
    ("de", "Die Online-Plattform hat in ihren Nutzungsbedingungen zu beschreiben, wie sie das Alter der Nutzer prüft.", "terms_rules"),
    ("it", "La piattaforma online avvisa l'autore che il suo messaggio è stato cancellato.", "statement_of_reasons"),
    ("pt", "A plataforma em linha avisará o autor de que a sua mensagem foi eliminada.", "statement_of_reasons"),
    ("en", "The online platform shall supply the regulator with the papers that it names.", "orders_compliance"),
    ("fr", "La plateforme en ligne fournit à l'autorité les pièces que celle-ci désigne.", "orders_compliance"),
    ("it", "La piattaforma online impedisce che l'opera sia nuovamente accessibile.", "proactive_filtering"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NONE_OF_THEM)
def test_a_rule_about_something_else_has_no_name(language, text):
    assert laid(language, text)[0] == ["other"]


@pytest.mark.parametrize(("language", "text", "duty"), NAMED)
def test_a_duty_has_its_name_in_other_words(language, text, duty):
    assert laid(language, text)[0] == [duty]


@pytest.mark.parametrize(("language", "text", "duty"), SPOKEN_OF)
def test_what_users_are_told_of_and_what_terms_say_is_no_duty_of_its_own(language, text, duty):
    assert laid(language, text)[0] == [duty]
