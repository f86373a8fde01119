<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before an article's text: journal, title and its translations, authors and where they work, abstracts, keywords; and the
     small print after the text (jats-about). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:template match="front | front-stub" mode="jats">
		<xsl:variable name="meta" select="article-meta | self::front-stub"/>
		<xsl:call-template name="jats-journal-line"/>
		<xsl:apply-templates select="$meta/title-group" mode="jats"/>
		<xsl:apply-templates select="$meta/contrib-group[f:are-authors(.)]" mode="jats"/>
		<xsl:call-template name="jats-affiliations"><xsl:with-param name="meta" select="$meta"/></xsl:call-template>
		<xsl:apply-templates select="$meta/author-notes" mode="jats"/>
		<fo:block space-before="5mm"/>
		<xsl:apply-templates select="$meta/abstract | $meta/trans-abstract" mode="jats"/>
		<xsl:apply-templates select="$meta/kwd-group[not(@xml:lang = ../abstract/@xml:lang or @xml:lang = ../trans-abstract/@xml:lang or (../abstract[not(@xml:lang)] and @xml:lang = ancestor::article[1]/@xml:lang))]" mode="jats"/>
		<fo:block space-after="5mm"/>
		<xsl:apply-templates select="notes" mode="jats"/>
	</xsl:template>

	<!-- Journal, volume and pages at the left, the DOI at the right. -->
	<xsl:template name="jats-journal-line">
		<xsl:variable name="doi" select="article-meta/article-id[@pub-id-type = 'doi']"/>
		<xsl:if test="journal-meta//journal-title or $doi or article-meta/volume or article-meta/issue">
			<fo:block font-family="{$heading-family}" font-size="{$small-size}" line-height="1.4" color="{$muted}" text-align="start" text-align-last="justify" space-after="4mm" hyphenate="false">
				<xsl:value-of select="journal-meta//journal-title[1]"/>
				<xsl:for-each select="article-meta">
					<xsl:if test="volume">
						<xsl:text>&#160;</xsl:text><xsl:value-of select="volume"/>
						<xsl:if test="issue">(<xsl:value-of select="issue"/>)</xsl:if>
					</xsl:if>
					<xsl:variable name="pages"><xsl:call-template name="jats-pages"/></xsl:variable>
					<xsl:if test="string($pages)">: <xsl:value-of select="$pages"/></xsl:if>
				</xsl:for-each>
				<xsl:text> </xsl:text><fo:leader leader-pattern="space"/><xsl:text> </xsl:text>
				<xsl:if test="$doi"><fo:basic-link external-destination="url('https://doi.org/{$doi}')">doi:<xsl:value-of select="$doi"/></fo:basic-link></xsl:if>
			</fo:block>
		</xsl:if>
	</xsl:template>

	<xsl:template name="jats-pages">
		<xsl:value-of select="fpage"/>
		<xsl:if test="lpage and lpage != fpage">–<xsl:value-of select="lpage"/></xsl:if>
		<xsl:if test="fpage and elocation-id">, </xsl:if>
		<xsl:value-of select="elocation-id"/>
	</xsl:template>

	<!-- ==== title ==== -->

	<xsl:template match="title-group" mode="jats">
		<fo:block font-family="{$heading-family}" text-align="start" hyphenate="false" keep-with-next.within-page="always">
			<xsl:apply-templates select="article-title | subtitle" mode="jats"/>
			<xsl:apply-templates select="trans-title-group | trans-title" mode="jats"/>
			<xsl:apply-templates select="fn-group" mode="jats"/>
		</fo:block>
	</xsl:template>

	<xsl:template match="title-group/article-title" mode="jats">
		<fo:block role="H{$article-level}" font-size="{$article-title-size}" line-height="1.3" font-weight="bold" color="{$primary}">
			<xsl:attribute name="c:src"><xsl:value-of select="c:src(.)"/></xsl:attribute>
			<xsl:apply-templates mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="title-group/subtitle" mode="jats">
		<fo:block font-size="{f:size('heading-2')}" line-height="1.35" color="{$second}" space-before="1mm"><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>
	<xsl:template match="trans-title-group" mode="jats">
		<fo:block font-size="{f:size('heading-3')}" line-height="1.4" color="{$muted}" space-before="1.2mm">
			<xsl:call-template name="jats-language"/>
			<xsl:attribute name="hyphenate">false</xsl:attribute>
			<xsl:apply-templates mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="trans-title" mode="jats"><fo:block><xsl:call-template name="jats-language"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="trans-subtitle" mode="jats"><fo:block font-size="0.9em"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<!-- ==== authors ==== -->

	<!-- Those of a group wrote the article, unless it says that they did something else. -->
	<func:function name="f:are-authors">
		<xsl:param name="group"/>
		<xsl:variable name="kinds" select="concat($group/@content-type, ' ', $group/contrib[1]/@contrib-type)"/>
		<func:result select="not(contains($kinds, 'edit') or contains($kinds, 'review') or contains($kinds, 'section') or contains($kinds, 'translat'))"/>
	</func:function>

	<xsl:template match="contrib-group" mode="jats">
		<fo:block space-before="4mm" line-height="1.5" text-align="start" hyphenate="false" keep-with-previous.within-page="always">
			<xsl:call-template name="jats-place"/>
			<xsl:apply-templates select="contrib" mode="jats"/>
			<xsl:apply-templates select="*[not(self::contrib or self::aff or self::aff-alternatives or self::author-comment)]" mode="jats"/>
		</fo:block>
		<xsl:variable name="told" select="descendant::contrib[email or contrib-id or role or bio or degrees or address or uri or ext-link or comment or author-comment or on-behalf-of]"/>
		<xsl:if test="$told">
			<fo:block font-size="{$small-size}" line-height="1.4" color="{$muted}" text-align="start" space-before="1.5mm">
				<xsl:for-each select="$told"><xsl:call-template name="jats-author-details"/></xsl:for-each>
			</fo:block>
		</xsl:if>
		<xsl:apply-templates select="author-comment" mode="jats"/>
	</xsl:template>

	<xsl:template match="contrib" mode="jats">
		<xsl:if test="position() > 1"><xsl:choose><xsl:when test="f:language-at(.) = 'zh'">，</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose></xsl:if>
		<fo:inline font-weight="bold">
			<xsl:call-template name="jats-place"/>
			<xsl:for-each select="name | string-name | name-alternatives | collab | collab-alternatives | collab-name | collab-name-alternatives | anonymous">
				<xsl:if test="position() > 1"> · </xsl:if><xsl:apply-templates select="." mode="jats"/>
			</xsl:for-each>
		</fo:inline>
		<xsl:apply-templates select="xref" mode="jats"/>
		<xsl:apply-templates select="*[not(self::name or self::string-name or self::name-alternatives or self::collab or self::collab-alternatives or self::collab-name or self::collab-name-alternatives
			or self::anonymous or self::xref or self::aff or self::aff-alternatives or self::email or self::contrib-id or self::role or self::bio or self::degrees or self::address or self::uri
			or self::ext-link or self::comment or self::author-comment or self::on-behalf-of)]" mode="jats"/>
	</xsl:template>

	<!-- A person: in the order that the name itself asks for. -->
	<xsl:template match="name | string-name[surname and not(text()[normalize-space()])]" mode="jats">
		<xsl:choose>
			<xsl:when test="not(given-names)"><xsl:apply-templates select="prefix | surname" mode="jats-part"/></xsl:when>
			<xsl:when test="@name-style = 'eastern' and translate(substring(surname, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯІЎ', '') != ''">
				<xsl:apply-templates select="surname" mode="jats"/><xsl:apply-templates select="given-names" mode="jats"/>
			</xsl:when>
			<xsl:when test="@name-style = 'eastern'"><xsl:apply-templates select="surname | given-names" mode="jats-part"><xsl:sort select="name()" order="descending"/></xsl:apply-templates></xsl:when>
			<xsl:otherwise><xsl:apply-templates select="prefix | given-names | surname" mode="jats-part"><xsl:sort select="number(boolean(self::prefix)) * 2 + number(boolean(self::given-names))" data-type="number" order="descending"/></xsl:apply-templates></xsl:otherwise>
		</xsl:choose>
		<xsl:if test="suffix"><xsl:text> </xsl:text><xsl:apply-templates select="suffix" mode="jats"/></xsl:if>
	</xsl:template>
	<xsl:template match="*" mode="jats-part"><xsl:if test="position() > 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:template>
	<xsl:template match="surname | given-names | prefix | suffix | string-name | collab-name | anonymous[node()]" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="anonymous" mode="jats">—</xsl:template>
	<xsl:template match="name-alternatives | collab-alternatives | collab-name-alternatives" mode="jats">
		<xsl:for-each select="*"><xsl:if test="position() > 1"> · </xsl:if><fo:inline><xsl:call-template name="jats-language"/><xsl:apply-templates select="." mode="jats"/></fo:inline></xsl:for-each>
	</xsl:template>
	<xsl:template match="collab" mode="jats">
		<xsl:apply-templates select="node()[not(self::contrib-group or self::aff or self::address)]" mode="jats"/>
		<xsl:if test="contrib-group"><fo:inline font-weight="normal"> (<xsl:for-each select="contrib-group"><xsl:apply-templates select="contrib" mode="jats"/></xsl:for-each>)</fo:inline></xsl:if>
	</xsl:template>

	<xsl:template name="jats-author-details">
		<fo:block>
			<xsl:attribute name="c:src"><xsl:value-of select="c:src(.)"/></xsl:attribute>
			<xsl:apply-templates select="(name | string-name | name-alternatives/* | collab/node()[not(self::contrib-group)] | collab-alternatives/* | anonymous)[1]" mode="jats"/>
			<xsl:value-of select="f:colon(.)"/>
			<xsl:for-each select="degrees | role | on-behalf-of | email | contrib-id | uri | ext-link | address | comment">
				<xsl:if test="position() > 1"> · </xsl:if><xsl:apply-templates select="." mode="jats"/>
			</xsl:for-each>
			<xsl:apply-templates select="bio | author-comment" mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="contrib-id" mode="jats">
		<xsl:if test="@contrib-id-type = 'orcid' and not(contains(., 'orcid'))">ORCID&#160;</xsl:if><xsl:apply-templates mode="jats"/>
	</xsl:template>
	<xsl:template match="contrib-group//bio" mode="jats"><fo:block><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="role | degrees | on-behalf-of | address" mode="jats"><xsl:call-template name="jats-joined"/></xsl:template>

	<!-- ==== where they work ==== -->

	<xsl:template name="jats-affiliations">
		<xsl:param name="meta"/>
		<xsl:variable name="affiliations" select="$meta/aff | $meta/aff-alternatives/aff | $meta/contrib-group/aff | $meta/contrib-group/aff-alternatives/aff | $meta/contrib-group//contrib/aff | $meta/contrib-group//contrib/aff-alternatives/aff"/>
		<xsl:if test="$affiliations">
			<fo:block space-before="2mm" font-size="{$table-size}" line-height="1.4" color="{$muted}" text-align="start" hyphenate="false">
				<xsl:for-each select="$affiliations"><xsl:apply-templates select="." mode="jats"/></xsl:for-each>
			</fo:block>
		</xsl:if>
	</xsl:template>

	<xsl:template match="aff" mode="jats">
		<fo:block start-indent="3mm" text-indent="-3mm">
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:if test="label"><fo:inline baseline-shift="super" font-size="75%"><xsl:apply-templates select="label/node()" mode="jats"/></fo:inline><xsl:text> </xsl:text></xsl:if>
			<xsl:call-template name="jats-joined"/>
		</fo:block>
	</xsl:template>

	<!-- Children with commas between them, unless the text brings its own. -->
	<xsl:template name="jats-joined">
		<xsl:choose>
			<xsl:when test="text()[normalize-space()]"><xsl:apply-templates select="node()[not(self::label)]" mode="jats"/></xsl:when>
			<xsl:otherwise>
				<xsl:for-each select="*[not(self::label)]">
					<xsl:if test="position() > 1"><xsl:choose><xsl:when test="f:language-at(.) = 'zh'">，</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose></xsl:if>
					<xsl:apply-templates select="." mode="jats"/>
				</xsl:for-each>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="institution | city | state | postal-code | addr-line | phone | fax | email[not(@xlink:href) and not(node())]" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="institution-wrap" mode="jats"><xsl:for-each select="institution"><xsl:if test="position() > 1">, </xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:for-each></xsl:template>
	<xsl:template match="institution-id" mode="jats"/>
	<xsl:template match="country" mode="jats">
		<xsl:choose>
			<xsl:when test="@country = ."><xsl:value-of select="c:country(string(.), f:language-at(.))"/></xsl:when>
			<xsl:otherwise><xsl:apply-templates mode="jats"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template match="author-notes" mode="jats">
		<fo:block space-before="1.5mm" font-size="{$small-size}" line-height="1.4" color="{$muted}" text-align="start"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>
	<xsl:template match="corresp | author-notes/p" mode="jats">
		<fo:block><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>
	<xsl:template match="corresp/label | author-notes/fn/label" mode="jats"><fo:inline baseline-shift="super" font-size="75%"><xsl:apply-templates mode="jats"/></fo:inline><xsl:text> </xsl:text></xsl:template>
	<xsl:template match="author-notes/fn" mode="jats"><fo:block><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="author-notes/fn/p" mode="jats"><fo:inline><xsl:apply-templates mode="jats"/></fo:inline><xsl:text> </xsl:text></xsl:template>

	<!-- ==== abstracts and keywords ==== -->

	<xsl:template match="abstract | trans-abstract" mode="jats">
		<fo:block padding="2.2mm 3mm" margin-left="0mm" margin-right="0mm" background-color="{$tint}" border-left="1.5pt solid {$accent}" font-size="{$table-size}" line-height="1.5" text-align="justify" space-after="2mm">
			<xsl:if test="string-length(.) &lt; 900"><xsl:attribute name="keep-together.within-page">1</xsl:attribute></xsl:if>
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:if test="not(title)">
				<fo:block font-family="{$heading-family}" font-weight="bold" color="{$primary}" text-align="start" keep-with-next.within-page="always"><xsl:value-of select="f:word('jats.abstract', .)"/></fo:block>
			</xsl:if>
			<xsl:apply-templates mode="jats"/>
			<xsl:variable name="language" select="string(@xml:lang | ancestor::article[1][not(current()/@xml:lang)]/@xml:lang)"/>
			<xsl:if test="not(preceding-sibling::*[self::abstract or self::trans-abstract][string(@xml:lang | ancestor::article[1][not(current()/@xml:lang)]/@xml:lang) = $language])">
				<xsl:apply-templates select="../kwd-group[@xml:lang = $language]" mode="jats"/>
			</xsl:if>
		</fo:block>
	</xsl:template>
	<xsl:template match="abstract/title | trans-abstract/title | abstract/sec/title | trans-abstract/sec/title" mode="jats">
		<fo:block font-family="{$heading-family}" font-weight="bold" color="{$primary}" text-align="start" keep-with-next.within-page="always"><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>

	<xsl:template match="kwd-group" mode="jats">
		<fo:block space-before="1mm" font-size="{$table-size}" line-height="1.5" text-align="start" text-indent="0pt">
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<fo:inline font-family="{$heading-family}" font-weight="bold" color="{$primary}">
				<xsl:choose><xsl:when test="title"><xsl:apply-templates select="title/node()" mode="jats"/></xsl:when><xsl:otherwise><xsl:value-of select="f:word('jats.keywords', .)"/></xsl:otherwise></xsl:choose>
				<xsl:value-of select="f:colon(.)"/>
			</fo:inline>
			<xsl:for-each select="*[not(self::title or self::label)]">
				<xsl:if test="position() > 1"><xsl:choose><xsl:when test="f:language-at(.) = 'zh'">；</xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose></xsl:if>
				<xsl:apply-templates select="." mode="jats"/>
			</xsl:for-each>
		</fo:block>
	</xsl:template>
	<xsl:template match="kwd | compound-kwd-part" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="compound-kwd | nested-kwd" mode="jats"><xsl:for-each select="*"><xsl:if test="position() > 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:for-each></xsl:template>

	<!-- ==== the small print, after everything ==== -->

	<xsl:template name="jats-about">
		<xsl:variable name="meta" select="front/article-meta | front-stub"/>
		<xsl:variable name="lines">
			<xsl:apply-templates select="front/journal-meta" mode="jats-about"/>
			<xsl:apply-templates select="$meta/*" mode="jats-about"/>
		</xsl:variable>
		<xsl:if test="string($lines)">
			<fo:block space-before="8mm" border-before="0.5pt solid {$rule}" padding-before="2mm" font-size="{$small-size}" line-height="1.4" color="{$muted}" text-align="start" hyphenate="false"><xsl:copy-of select="$lines"/></fo:block>
		</xsl:if>
	</xsl:template>

	<xsl:template match="*" mode="jats-about"><xsl:apply-templates select="." mode="jats"/></xsl:template>
	<xsl:template match="title-group" mode="jats-about"><xsl:apply-templates select="alt-title" mode="jats-about"/></xsl:template>
	<!-- Set before the text, or nothing for readers: counts, and data for machines. -->
	<xsl:template match="abstract | trans-abstract | kwd-group | author-notes | aff | aff-alternatives | counts | custom-meta-group | fpage | lpage | elocation-id | volume | issue | self-uri | notes | volume-id | issue-id | pub-date-not-available
		| alt-title | article-version | article-version-alternatives" mode="jats-about" priority="-0.2"/>
	<xsl:template match="volume | issue | elocation-id | lpage | self-uri | custom-meta-group | counts | article-meta/page-range" mode="jats"/>

	<xsl:template match="contrib-group" mode="jats-about">
		<xsl:if test="not(f:are-authors(.))">
			<xsl:for-each select="contrib">
				<fo:block>
					<xsl:if test="not(role)"><xsl:value-of select="@contrib-type"/><xsl:value-of select="f:colon(.)"/></xsl:if>
					<xsl:for-each select="role"><xsl:apply-templates mode="jats"/><xsl:value-of select="f:colon(.)"/></xsl:for-each>
					<xsl:apply-templates select="name | string-name | name-alternatives | collab | anonymous" mode="jats"/>
					<xsl:for-each select="email | contrib-id | degrees | bio"><xsl:text>, </xsl:text><xsl:apply-templates select="." mode="jats"/></xsl:for-each>
				</fo:block>
			</xsl:for-each>
		</xsl:if>
	</xsl:template>

	<xsl:template match="journal-meta" mode="jats-about">
		<fo:block>
			<xsl:for-each select=".//journal-title | .//journal-subtitle | .//abbrev-journal-title | publisher/* | issn | isbn">
				<xsl:if test="position() > 1"> · </xsl:if>
				<xsl:if test="self::issn">ISSN&#160;</xsl:if><xsl:if test="self::isbn">ISBN&#160;</xsl:if>
				<xsl:apply-templates mode="jats"/>
			</xsl:for-each>
		</fo:block>
		<xsl:apply-templates select="*[not(self::journal-id or self::journal-title-group or self::journal-title or self::abbrev-journal-title or self::publisher or self::issn or self::issn-l or self::isbn)]" mode="jats"/>
	</xsl:template>

	<xsl:template match="article-id" mode="jats-about">
		<xsl:if test="not(preceding-sibling::article-id)">
			<fo:block>
				<xsl:for-each select="../article-id">
					<xsl:if test="position() > 1"> · </xsl:if>
					<xsl:value-of select="translate(@pub-id-type, 'doipmc', 'DOIPMC')"/><xsl:text>&#160;</xsl:text><xsl:apply-templates mode="jats"/>
				</xsl:for-each>
			</fo:block>
		</xsl:if>
	</xsl:template>

	<xsl:template match="article-categories" mode="jats-about">
		<fo:block><xsl:for-each select=".//subject | .//subj-group/label | .//series-title | .//series-text"><xsl:if test="position() > 1"> · </xsl:if><xsl:apply-templates mode="jats"/></xsl:for-each></fo:block>
	</xsl:template>

	<xsl:template match="pub-date" mode="jats-about">
		<xsl:if test="not(preceding-sibling::pub-date)">
			<fo:block>
				<xsl:value-of select="f:word('jats.published', .)"/><xsl:value-of select="f:colon(.)"/>
				<xsl:for-each select="../pub-date"><xsl:if test="position() > 1">; </xsl:if><xsl:call-template name="jats-date"/></xsl:for-each>
			</fo:block>
		</xsl:if>
	</xsl:template>
	<xsl:template match="history" mode="jats-about">
		<fo:block>
			<xsl:for-each select=".//date">
				<xsl:if test="position() > 1">; </xsl:if>
				<xsl:choose>
					<xsl:when test="@date-type = 'received' or @date-type = 'accepted'"><xsl:value-of select="f:word(concat('jats.', @date-type), .)"/></xsl:when>
					<xsl:otherwise><xsl:value-of select="@date-type"/></xsl:otherwise>
				</xsl:choose>
				<xsl:value-of select="f:colon(.)"/>
				<xsl:call-template name="jats-date"/>
			</xsl:for-each>
		</fo:block>
		<xsl:apply-templates select="*[not(self::date)]" mode="jats"/>
	</xsl:template>
	<xsl:template match="event" mode="jats"><xsl:apply-templates select="*[not(self::date)]" mode="jats"/></xsl:template>

	<xsl:template name="jats-date">
		<xsl:choose>
			<xsl:when test="string-date"><xsl:apply-templates select="string-date/node()" mode="jats"/></xsl:when>
			<xsl:when test="number(year) and (number(month) or not(month)) and (number(day) or not(day))">
				<xsl:variable name="iso"><xsl:value-of select="format-number(year, '0000')"/><xsl:if test="month">-<xsl:value-of select="format-number(month, '00')"/><xsl:if test="day">-<xsl:value-of select="format-number(day, '00')"/></xsl:if></xsl:if></xsl:variable>
				<xsl:value-of select="c:date(string($iso), f:language-at(.))"/>
			</xsl:when>
			<xsl:otherwise><xsl:value-of select="normalize-space(concat(day, ' ', month, season, ' ', year))"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template match="permissions | license" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="copyright-statement | license-p | license/p" mode="jats"><fo:block><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="permissions[copyright-statement]/copyright-year | permissions[copyright-statement]/copyright-holder" mode="jats"/>
	<xsl:template match="copyright-year | copyright-holder" mode="jats"><fo:block><xsl:if test="self::copyright-year">© </xsl:if><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="*[local-name() = 'free_to_read' or local-name() = 'license_ref']" mode="jats"/>
	<xsl:template match="funding-group" mode="jats">
		<fo:block><xsl:value-of select="f:word('jats.funding', .)"/><xsl:value-of select="f:colon(.)"/>
			<xsl:for-each select="*"><xsl:if test="position() > 1">; </xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:for-each>
		</fo:block>
	</xsl:template>
	<xsl:template match="award-group" mode="jats"><xsl:call-template name="jats-joined"/></xsl:template>
	<xsl:template match="funding-statement | funding-source | award-id | award-name | award-desc | principal-award-recipient | principal-investigator | support-source | open-access" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="related-article | related-object[not(ancestor::body)]" mode="jats">
		<fo:block><xsl:choose><xsl:when test="node()"><xsl:apply-templates mode="jats"/></xsl:when><xsl:otherwise><xsl:value-of select="@xlink:href"/></xsl:otherwise></xsl:choose></fo:block>
	</xsl:template>
	<xsl:template match="conference" mode="jats"><fo:block><xsl:call-template name="jats-joined"/></fo:block></xsl:template>
	<xsl:template match="conf-name | conf-date | conf-loc | conf-acronym | conf-sponsor | conf-num | conf-theme | supplement | issue-title | product" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
</xsl:stylesheet>
