<?xml version="1.0" encoding="UTF-8"?>
<!-- JATS 1.3 articles, whole or inside a conference's papers. What a stylesheet that includes this must have: the variable
     article-level, the number of the heading level of the article's title. Everything is matched in the mode jats; an element that has no
     template is named once, and its text is kept. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:include href="front.xsl"/>
	<xsl:include href="body.xsl"/>
	<xsl:include href="floats.xsl"/>
	<xsl:include href="table.xsl"/>
	<xsl:include href="oasis.xsl"/>
	<xsl:include href="inline.xsl"/>
	<xsl:include href="math.xsl"/>
	<xsl:include href="back.xsl"/>
	<xsl:include href="citation.xsl"/>

	<xsl:strip-space elements="article front journal-meta journal-title-group publisher article-meta article-categories subj-group title-group trans-title-group contrib-group
		contrib name name-alternatives collab-alternatives aff-alternatives author-notes pub-date history date permissions license abstract trans-abstract kwd-group compound-kwd
		funding-group award-group counts custom-meta-group custom-meta body back sec ack app-group app bio glossary ref-list ref list list-item
		def-list def-item def disp-quote verse-group boxed-text statement speech fig fig-group caption table-wrap table-wrap-group table-wrap-foot
		table thead tbody tfoot tr colgroup alternatives disp-formula-group floats-group fn-group fn notes sub-article response front-stub
		element-citation person-group citation-alternatives supplementary-material media sig-block contrib-id kwd-group institution-wrap"/>

	<xsl:key name="jats-id" match="*[@id]" use="concat(generate-id(ancestor::article[last()]), ' ', @id)"/>
	<xsl:key name="jats-name" match="*" use="name()"/>
	<xsl:key name="label-of-file" match="l:label" use="@name"/>

	<!-- ==== language ==== -->

	<!-- The language, as labels are named, that holds at a node; English where there are no labels in it. -->
	<func:function name="f:language-at">
		<xsl:param name="node"/>
		<xsl:variable name="tag" select="$node/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
		<xsl:variable name="language" select="substring-before(concat($tag, '-'), '-')"/>
		<xsl:choose>
			<xsl:when test="$language-files/l:labels[@xml:lang = $language]"><func:result select="$language"/></xsl:when>
			<xsl:otherwise><func:result select="'en'"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- A label in the language that holds at a node, whichever languages the document is in. -->
	<func:function name="f:word">
		<xsl:param name="name"/>
		<xsl:param name="node"/>
		<xsl:variable name="language" select="f:language-at($node)"/>
		<xsl:for-each select="$language-files[l:labels/@xml:lang = $language]">
			<xsl:if test="not(key('label-of-file', $name))"><xsl:message>error: no label '<xsl:value-of select="$name"/>'</xsl:message></xsl:if>
			<func:result select="string(key('label-of-file', $name))"/>
		</xsl:for-each>
	</func:function>

	<func:function name="f:colon">
		<xsl:param name="node"/>
		<xsl:choose>
			<xsl:when test="f:language-at($node) = 'zh'"><func:result select="'：'"/></xsl:when>
			<xsl:otherwise><func:result select="': '"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- The tag of an element's own language, and hyphenation, as attributes of the object that is open. -->
	<xsl:template name="jats-language">
		<xsl:param name="of" select="."/>
		<xsl:if test="$of/@xml:lang">
			<xsl:attribute name="xml:lang"><xsl:value-of select="f:tag(string($of/@xml:lang))"/></xsl:attribute>
			<xsl:attribute name="hyphenate"><xsl:value-of select="not(starts-with($of/@xml:lang, 'zh'))"/></xsl:attribute>
		</xsl:if>
	</xsl:template>

	<!-- ==== identifiers: those of two papers may be the same ==== -->

	<func:function name="f:article-id">
		<xsl:param name="node"/>
		<xsl:variable name="paper" select="$node/ancestor::k:paper"/>
		<func:result select="concat($paper/@xml:id, substring('article', 1 div not($paper)))"/>
	</func:function>

	<!-- What an object that a bookmark or a contents line leads to is called. -->
	<func:function name="f:jats-target">
		<xsl:param name="node"/>
		<func:result select="concat(f:article-id($node), '-', $node/@id, substring(concat('part-', count($node/preceding-sibling::sec) + 1), 1 div not($node/@id)))"/>
	</func:function>

	<xsl:template name="jats-id">
		<xsl:if test="@id and count(. | key('jats-id', concat(generate-id(ancestor::article[last()]), ' ', @id))[1]) = 1">
			<xsl:attribute name="id"><xsl:value-of select="concat(f:article-id(.), '-', @id)"/></xsl:attribute>
		</xsl:if>
		<xsl:if test="self::sec and not(@id) and parent::body"><xsl:attribute name="id"><xsl:value-of select="f:jats-target(.)"/></xsl:attribute></xsl:if>
	</xsl:template>

	<xsl:template name="jats-place">
		<xsl:attribute name="c:src"><xsl:value-of select="c:src(.)"/></xsl:attribute>
		<xsl:call-template name="jats-id"/>
	</xsl:template>

	<!-- ==== the whole ==== -->

	<xsl:template match="article" mode="jats">
		<fo:block>
			<xsl:call-template name="jats-language"/>
			<xsl:apply-templates select="front | front-stub" mode="jats"/>
			<fo:block text-align="justify"><xsl:apply-templates select="body" mode="jats"/></fo:block>
			<xsl:apply-templates select="floats-group" mode="jats"/>
			<xsl:apply-templates select="back" mode="jats"/>
			<xsl:apply-templates select="*[not(self::front or self::front-stub or self::body or self::floats-group or self::back or self::processing-meta)]" mode="jats"/>
			<xsl:call-template name="jats-about"/>
		</fo:block>
	</xsl:template>

	<xsl:template match="sub-article | response" mode="jats">
		<fo:block space-before="10mm" border-before="1pt solid {$accent}" padding-before="3mm">
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:apply-templates mode="jats"/>
		</fo:block>
	</xsl:template>

	<xsl:template match="floats-group" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>

	<!-- ==== what has no template ==== -->

	<xsl:template match="*" mode="jats" priority="-1">
		<xsl:if test="count(. | key('jats-name', name())[1]) = 1">
			<xsl:message>the element '<xsl:value-of select="name()"/>' is not set in its own way; its text is kept</xsl:message>
		</xsl:if>
		<xsl:choose>
			<xsl:when test="not(node())"/>
			<xsl:when test="p or sec or list or title or not(../text()[normalize-space()])">
				<fo:block><xsl:call-template name="jats-place"/><xsl:call-template name="jats-language"/><xsl:apply-templates mode="jats"/></fo:block>
			</xsl:when>
			<xsl:otherwise><fo:inline><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template match="text()" mode="jats"><xsl:value-of select="."/></xsl:template>
	<xsl:template match="processing-instruction() | comment()" mode="jats"/>

	<!-- Text alone, for running heads, bookmarks and contents: no notes, no references to them. -->
	<xsl:template match="*" mode="jats-plain"><xsl:apply-templates mode="jats-plain"/></xsl:template>
	<xsl:template match="fn | xref[@ref-type = 'fn']" mode="jats-plain"/>
	<xsl:template match="break" mode="jats-plain"><xsl:text> </xsl:text></xsl:template>
</xsl:stylesheet>
