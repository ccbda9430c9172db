using System.Text.Json;
using NJsonSchema;

namespace DpkoBot.Tests.Support;

/// <summary>What Adaptive Cards 1.5 knows of the elements that the bot's cards are made of; anything else is refused.</summary>
internal static class AdaptiveCardSchema
{
    private const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "definitions": {
            "spacing": { "enum": ["default", "none", "small", "medium", "large", "extraLarge", "padding", "None", "Small", "Medium", "Large"] },
            "textBlock": {
              "type": "object", "additionalProperties": false, "required": ["type", "text"],
              "properties": {
                "type": { "enum": ["TextBlock"] }, "id": { "type": "string" }, "isVisible": { "type": "boolean" }, "spacing": { "$ref": "#/definitions/spacing" },
                "text": { "type": "string", "minLength": 1 }, "wrap": { "type": "boolean" }, "isSubtle": { "type": "boolean" },
                "size": { "enum": ["Small", "Default", "Medium", "Large", "ExtraLarge"] }, "weight": { "enum": ["Lighter", "Default", "Bolder"] },
                "color": { "enum": ["Default", "Accent"] }, "style": { "enum": ["default", "heading"] }
              }
            },
            "factSet": {
              "type": "object", "additionalProperties": false, "required": ["type", "facts"],
              "properties": {
                "type": { "enum": ["FactSet"] }, "id": { "type": "string" }, "isVisible": { "type": "boolean" }, "spacing": { "$ref": "#/definitions/spacing" },
                "facts": {
                  "type": "array", "minItems": 1,
                  "items": {
                    "type": "object", "additionalProperties": false, "required": ["title", "value"],
                    "properties": { "title": { "type": "string", "minLength": 1 }, "value": { "type": "string", "minLength": 1 } }
                  }
                }
              }
            },
            "columnSet": {
              "type": "object", "additionalProperties": false, "required": ["type", "columns"],
              "properties": {
                "type": { "enum": ["ColumnSet"] }, "id": { "type": "string" }, "isVisible": { "type": "boolean" }, "spacing": { "$ref": "#/definitions/spacing" },
                "selectAction": { "$ref": "#/definitions/action" },
                "columns": {
                  "type": "array", "minItems": 1,
                  "items": {
                    "type": "object", "additionalProperties": false, "required": ["type", "items"],
                    "properties": { "type": { "enum": ["Column"] }, "width": { "type": "string", "pattern": "^(auto|stretch|[0-9]+px)$" }, "items": { "$ref": "#/definitions/elements" } }
                  }
                }
              }
            },
            "container": {
              "type": "object", "additionalProperties": false, "required": ["type", "items"],
              "properties": {
                "type": { "enum": ["Container"] }, "id": { "type": "string" }, "isVisible": { "type": "boolean" }, "spacing": { "$ref": "#/definitions/spacing" },
                "selectAction": { "$ref": "#/definitions/action" }, "items": { "$ref": "#/definitions/elements" }
              }
            },
            "actionSet": {
              "type": "object", "additionalProperties": false, "required": ["type", "actions"],
              "properties": {
                "type": { "enum": ["ActionSet"] }, "id": { "type": "string" }, "isVisible": { "type": "boolean" }, "spacing": { "$ref": "#/definitions/spacing" },
                "actions": { "type": "array", "minItems": 1, "maxItems": 6, "items": { "$ref": "#/definitions/action" } }
              }
            },
            "elements": {
              "type": "array", "minItems": 1,
              "items": {
                "anyOf": [
                  { "$ref": "#/definitions/textBlock" }, { "$ref": "#/definitions/factSet" }, { "$ref": "#/definitions/columnSet" },
                  { "$ref": "#/definitions/container" }, { "$ref": "#/definitions/actionSet" }
                ]
              }
            },
            "action": {
              "anyOf": [
                {
                  "type": "object", "additionalProperties": false, "required": ["type", "url"],
                  "properties": { "type": { "enum": ["Action.OpenUrl"] }, "title": { "type": "string" }, "url": { "type": "string", "pattern": "^https://" } }
                },
                {
                  "type": "object", "additionalProperties": false, "required": ["type", "data"],
                  "properties": { "type": { "enum": ["Action.Submit"] }, "title": { "type": "string" }, "data": { "type": ["string", "object"] } }
                },
                {
                  "type": "object", "additionalProperties": false, "required": ["type", "targetElements", "title"],
                  "properties": {
                    "type": { "enum": ["Action.ToggleVisibility"] }, "title": { "type": "string" },
                    "targetElements": { "type": "array", "minItems": 1, "items": { "type": "string" } }
                  }
                }
              ]
            }
          },
          "type": "object", "additionalProperties": false, "required": ["type", "version", "fallbackText", "body"],
          "properties": {
            "$schema": { "enum": ["http://adaptivecards.io/schemas/adaptive-card.json"] },
            "type": { "enum": ["AdaptiveCard"] }, "version": { "enum": ["1.5"] }, "lang": { "type": "string" }, "rtl": { "type": "boolean" },
            "fallbackText": { "type": "string", "minLength": 1 }, "body": { "$ref": "#/definitions/elements" }
          }
        }
        """;

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(Text));

    /// <summary>Asserts that a card is one of version 1.5.</summary>
    public static async Task AcceptsAsync(JsonElement card) => Assert.Empty((await Schema.Value).Validate(card.GetRawText()));
}
